-- Persons who reported detriment after they raised a concern, out of those of whom it is known.
-- Leaves out concerns of which nobody has said whether detriment was reported.
select
  month,
  partner,
  concern_channel,
  sum(case detriment when 'reported' then concerns_n else 0 end)::integer as numerator_n,
  sum(case when detriment in ('reported', 'not reported') then concerns_n else 0 end)::integer
    as denominator_n,
  sum(case detriment when 'not recorded' then concerns_n else 0 end)::integer as not_recorded_n
from concern_detriments
group by month, partner, concern_channel
