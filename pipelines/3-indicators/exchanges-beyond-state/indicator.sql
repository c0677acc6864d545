-- Requests with a counterpart of the private sector, civil society or a regional body, out of all.
-- Leaves out requests whose counterpart’s sector is not stated.
select
  month,
  partner,
  sum(case when counterpart = 'beyond the state' then requests_n else 0 end)::integer
    as numerator_n,
  sum(requests_n)::integer as denominator_n
from exchange_counterparts
where counterpart <> 'not stated'
group by month, partner
