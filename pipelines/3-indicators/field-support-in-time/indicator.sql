-- Alerts for which support in the field came within the limit, out of those whose limit has passed.
-- Leaves out alerts for which none was requested, and requests that have waited less than the limit.
select
  month,
  partner,
  threat_type,
  sum(case when status = 'closed' and duration_minutes <= value then alerts_n else 0 end)::integer
    as numerator_n,
  sum(case
    when status = 'closed' then alerts_n
    when status = 'open' and duration_minutes >= value then alerts_n
    else 0
  end)::integer as denominator_n,
  sum(case when status = 'not recorded' then alerts_n else 0 end)::integer as not_recorded_n
from alert_supports
cross join limits
where indicator = 'field-support-in-time' and status <> 'not due'
group by month, partner, threat_type
