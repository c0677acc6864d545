-- Alerts whose shared notebook was opened within the limit, out of all whose limit has passed.
-- Leaves out alerts without a notebook that have waited less than the limit: it is not due yet.
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
from alert_notebooks
cross join limits
where indicator = 'notebook-opened-in-time'
group by month, partner, threat_type
