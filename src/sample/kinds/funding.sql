-- Makes the lines of the funding plan of one file, counted on the last day of each quarter.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view funding as
with counted as (
  select
    *,
    (date_trunc('quarter', day) + interval 3 month - interval 1 day)::date as census_on,
    pick_funding_horizon(draw(seed, 'horizon')) as funding_horizon,
    pick_funder(draw(seed, 'funder')) as funder,
    draw(seed, 'technology') < 0.24 as for_technology,
    round(70000 * draw_factor(seed, 'planned', 0.5), -3) as planned
  from rows
),
likely as (
  select
    *,
    case funding_horizon when 'next_12_months' then 0.92 else funder_patience(funder) end
      * if(for_technology, 0.8, 1)
      * if(funding_horizon = 'months_13_to_36' and census_on >= date '2026-03-01', 0.4, 1) as likelihood
  from counted
)
select
  number,
  fault,
  key as line_id,
  census_on,
  funding_horizon,
  case funding_horizon
    when 'next_12_months' then census_on + draw_whole(seed, 'due', 20, 364)
    else census_on + draw_whole(seed, 'due', 366, 1094)
  end as due_on,
  planned::decimal(17, 2) as planned_amount,
  case
    when draw(seed, 'committed') < likelihood then planned
    when draw(seed, 'nothing committed') < 0.5 then 0
    else round(planned * draw(seed, 'part committed'), -3)
  end::decimal(17, 2) as committed_amount,
  'EUR' as currency,
  for_technology,
  funder
from likely;
