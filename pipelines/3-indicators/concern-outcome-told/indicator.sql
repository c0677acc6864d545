-- Closed concerns whose outcome was told to the person who raised them, out of all closed ones.
-- Leaves out open concerns, and closed ones of which nobody has said whether the outcome was told.
select
  month,
  partner,
  concern_channel,
  sum(case telling when 'told' then concerns_n else 0 end)::integer as numerator_n,
  sum(case when telling in ('told', 'not told') then concerns_n else 0 end)::integer
    as denominator_n,
  sum(case telling when 'not recorded' then concerns_n else 0 end)::integer as not_recorded_n
from concern_outcomes
group by month, partner, concern_channel
