-- Concerns acknowledged within five working days, out of all that were due.
-- Leaves out concerns whose five working days have not passed: they are not due yet.
select
  month,
  partner,
  concern_channel,
  sum(case acknowledgement when 'in time' then concerns_n else 0 end)::integer as numerator_n,
  sum(case when acknowledgement in ('in time', 'not in time') then concerns_n else 0 end)::integer
    as denominator_n,
  sum(case acknowledgement when 'not recorded' then concerns_n else 0 end)::integer
    as not_recorded_n
from concern_acknowledgements
group by month, partner, concern_channel
