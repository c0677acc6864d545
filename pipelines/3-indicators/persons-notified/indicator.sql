-- People told within ninety days after the surveillance ended, out of those whose ninety days had
-- passed. Leaves out those whose ninety days had not; those of partners that do not record the day
-- of the notice are counted beside.
select
  month,
  partner,
  power_class,
  sum(case when notice_state = 'told' then people_n else 0 end)::integer as numerator_n,
  sum(case when notice_state in ('told', 'deferred', 'not told') then people_n else 0 end)::integer
    as denominator_n,
  sum(case when notice_state = 'not recorded' then people_n else 0 end)::integer as not_recorded_n
from notices
group by month, partner, power_class
