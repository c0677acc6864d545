-- Requests that were open at the end of the twelve months in which they were made, by their age then.
-- Leaves out requests that had ended; those of partners that do not record how requests end are
-- counted beside.
select
  month,
  partner,
  age_band,
  sum(case when state_then = 'open' then requests_n else 0 end)::integer as cases_n,
  sum(case when state_then = 'not recorded' then requests_n else 0 end)::integer as not_recorded_n
from exchange_ages
where state_then <> 'ended'
group by all
