-- Makes the financial reports of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view financial_reports as
with received as (
  select
    *,
    case when draw(seed, 'crypto') < 0.16 * progress(day) then 'crypto'
      else pick_report_sector(draw(seed, 'sector'))
    end as report_sector,
    if(getvariable('partner') = 'estuary', 0.4, 1) as care
  from rows
),
looked_at as (
  select
    *,
    case when draw(seed, 'never looked at') >= 0.05 * report_wait(report_sector)
      then day + 1 + (16 * report_wait(report_sector) * draw_factor(seed, 'looked at', 0.8))::integer
    end as looked_on,
    case
      when draw(seed, 'use') < 0.09 * care * report_worth(report_sector) then 'investigation'
      when draw(seed, 'use') < 0.31 * care * report_worth(report_sector) then 'disseminated'
      else 'not_used'
    end as use
  from received
),
ended as (
  select
    *,
    known(looked_on) is not null as is_looked_at,
    case when use = 'not_used' or draw(seed, 'outcome never told') >= 0.12
      then known(
        looked_on + if(use = 'not_used', 0, (38 * draw_factor(seed, 'outcome', 0.7))::integer)
      )
    end as first_outcome_on
  from looked_at
)
select
  number,
  fault,
  key as report_id,
  report_sector,
  day as received_on,
  case
    when draw(seed, 'use unknown') < 0.03 then null
    when is_looked_at then use
    else 'pending'
  end as report_use,
  first_outcome_on,
  case
    when first_outcome_on is null then null
    when use = 'not_used' then 'no_further_action'
    else pick_used_outcome(draw(seed, 'which outcome'))
  end as report_outcome
from ended;
