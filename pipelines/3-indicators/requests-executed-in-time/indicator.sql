-- Requests executed within ninety days, out of those executed or open whose ninety days have passed.
-- Leaves out requests whose ninety days have not, and those refused or withdrawn; those of partners
-- that do not record how requests end are counted beside.
select
  month,
  partner,
  request_urgency,
  sum(case when term_state = 'in time' then requests_n else 0 end)::integer as numerator_n,
  sum(case when term_state in ('in time', 'late') then requests_n else 0 end)::integer
    as denominator_n,
  sum(case when term_state = 'not recorded' then requests_n else 0 end)::integer as not_recorded_n
from exchange_terms
group by month, partner, request_urgency
