-- What is committed for joint technology in the three years after each census, and what is planned.
-- Leaves out lines for anything else.
with lines as (
  select month, partner, funding_horizon,
    case planned when 'some' then lines_n else 0 end as planned_n, 0 as committed_n,
    planned_money, 0 as committed_money
  from funding_plans
  where funding_purpose = 'technology'
  union all
  select month, partner, funding_horizon,
    0, case committed when 'some' then lines_n else 0 end,
    0, committed_money
  from funding_commitments
  where funding_purpose = 'technology'
)
select
  month,
  partner,
  funding_horizon,
  sum(planned_n)::integer as cases_n,
  sum(committed_n)::integer as positive_numerator_n,
  sum(committed_money) as numerator_money,
  sum(planned_money) as denominator_money
from lines
group by month, partner, funding_horizon
