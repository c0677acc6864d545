-- Complaints by whole days from receipt to closing, or by age while that is still to come.
-- Leaves out complaints of partners that do not record this day; they are counted beside.
select
  month,
  partner,
  right_engaged,
  case status when 'closed' then 'closed' else 'open' end as status,
  duration_days,
  sum(case status when 'not recorded' then 0 else complaints_n end)::integer as cases_n,
  sum(case status when 'not recorded' then complaints_n else 0 end)::integer as not_recorded_n
from complaint_closings
group by all
