-- What is committed for the twelve months after each census, and what is planned for them.
-- Leaves out lines for later months.
with lines as (
  select month, partner, funder,
    case planned when 'some' then lines_n else 0 end as planned_n, 0 as committed_n,
    planned_money, 0 as committed_money
  from funding_plans
  where funding_horizon = 'next_12_months'
  union all
  select month, partner, funder,
    0, case committed when 'some' then lines_n else 0 end,
    0, committed_money
  from funding_commitments
  where funding_horizon = 'next_12_months'
)
select
  month,
  partner,
  funder,
  sum(planned_n)::integer as cases_n,
  sum(committed_n)::integer as positive_numerator_n,
  sum(committed_money) as numerator_money,
  sum(planned_money) as denominator_money
from lines
group by month, partner, funder
