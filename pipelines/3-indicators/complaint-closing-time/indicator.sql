-- Complaints by whole days from receipt to closing, or by age while that is still to come.
-- Leaves out complaints of partners that do not record this day; they are counted beside.
select
  month,
  partner,
  right_engaged,
  status,
  duration_days,
  complaints_n as cases_n,
  not_recorded_n
from complaint_milestones
where milestone = 'closed'
