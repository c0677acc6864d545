-- Requests with a counterpart of the private sector, civil society or a regional body, out of all.
-- Leaves out requests whose counterpart’s sector is not stated.
select
  month,
  partner,
  sum(case
    when counterpart_sector in ('private', 'civil_society', 'regional') then requests_n
    else 0
  end)::integer as numerator_n,
  sum(requests_n)::integer as denominator_n
from exchange_executions
where counterpart_sector <> 'not_stated'
group by month, partner
