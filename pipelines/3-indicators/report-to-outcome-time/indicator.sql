-- Financial reports by whole days from receipt to their first outcome, or by age while there is none.
-- Leaves out reports of partners that do not record this day; they are counted beside.
select
  month,
  partner,
  report_origin,
  case status when 'closed' then 'closed' else 'open' end as status,
  duration_days,
  sum(case status when 'not recorded' then 0 else reports_n end)::integer as cases_n,
  sum(case status when 'not recorded' then reports_n else 0 end)::integer as not_recorded_n
from financial_report_outcomes
group by all
