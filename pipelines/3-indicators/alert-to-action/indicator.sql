-- Alerts by minutes from alert to the moment they were acted on, or by age while still open.
-- Leaves out alerts of partners that do not record this moment; they are counted beside.
select
  month,
  partner,
  threat_type,
  case status when 'closed' then 'closed' else 'open' end as status,
  duration_minutes,
  case status when 'not recorded' then 0 else alerts_n end as cases_n,
  case status when 'not recorded' then alerts_n else 0 end as not_recorded_n
from alert_actions
