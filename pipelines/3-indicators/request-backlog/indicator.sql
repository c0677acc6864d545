-- Requests that are still open, by month of request and age.
-- Leaves out requests that have ended; those of partners that do not record how requests end are
-- counted beside.
select
  month,
  partner,
  age_band,
  sum(case when status = 'open' then requests_n else 0 end)::integer as cases_n,
  sum(case when status = 'not recorded' then requests_n else 0 end)::integer as not_recorded_n
from exchange_executions
group by all
