-- Requests executed within the limit, out of those executed or open for which it has passed.
-- Leaves out requests younger than the limit, even where they have been executed; those refused or
-- withdrawn; and partners that do not record how requests end, which are counted beside.
select
  month,
  partner,
  request_direction,
  request_urgency,
  sum(case when status = 'closed' and duration_days <= value then requests_n else 0 end)::integer
    as numerator_n,
  sum(case when status in ('closed', 'open') then requests_n else 0 end)::integer as denominator_n,
  sum(case when status = 'not recorded' then requests_n else 0 end)::integer as not_recorded_n
from exchange_executions
cross join limits
where indicator = 'requests-executed-in-time' and age_band::integer >= value
group by month, partner, request_direction, request_urgency
