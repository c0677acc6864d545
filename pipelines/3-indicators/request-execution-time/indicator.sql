-- Requests by whole days to their execution, or by age while that is still to come.
-- Leaves out requests that were refused or withdrawn, and those of partners that do not record how
-- requests end; the latter are counted beside.
select
  month,
  partner,
  request_direction,
  request_urgency,
  counterpart_sector,
  case status when 'closed' then 'closed' else 'open' end as status,
  duration_days,
  sum(case status when 'not recorded' then 0 else requests_n end)::integer as cases_n,
  sum(case status when 'not recorded' then requests_n else 0 end)::integer as not_recorded_n
from exchange_executions
where status <> 'not executed'
group by all
