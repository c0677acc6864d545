-- Requests refused or limited on rights grounds, out of those assessed.
-- Leaves out requests still open or withdrawn; those of partners that do not record how requests
-- end are counted beside.
select
  month,
  partner,
  sum(case when assessment = 'on rights grounds' then requests_n else 0 end)::integer
    as numerator_n,
  sum(case
    when assessment in ('on rights grounds', 'on other grounds') then requests_n
    else 0
  end)::integer as denominator_n,
  sum(case when assessment = 'not recorded' then requests_n else 0 end)::integer as not_recorded_n
from exchange_assessments
group by month, partner
