-- Debriefs whose last lesson was closed within the limit, out of those whose limit has passed.
-- Leaves out alerts without a debrief, and debriefs that have waited less than the limit.
select
  month,
  partner,
  threat_type,
  sum(case when status = 'closed' and duration_days <= value then alerts_n else 0 end)::integer
    as numerator_n,
  sum(case
    when status = 'closed' then alerts_n
    when status = 'open' and duration_days >= value then alerts_n
    else 0
  end)::integer as denominator_n,
  sum(case when status = 'not recorded' then alerts_n else 0 end)::integer as not_recorded_n
from alert_lessons
cross join limits
where indicator = 'lessons-closed' and status <> 'not due'
group by month, partner, threat_type
