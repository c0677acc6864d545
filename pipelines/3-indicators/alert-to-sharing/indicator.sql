-- Alerts by minutes from alert to the moment they were shared, or by age while still open.
-- Leaves out alerts of partners that do not record this moment; they are counted beside.
select
  month,
  partner,
  threat_type,
  status,
  duration_minutes,
  alerts_n as cases_n,
  not_recorded_n
from alert_milestones
where milestone = 'shared'
