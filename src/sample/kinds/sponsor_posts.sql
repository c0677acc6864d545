-- Makes the sponsor posts of one file: each of six at the end of each of 24 months.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view sponsor_posts as
with placed as (
  select *, (source * 144 // getvariable('records'))::integer as place from numbered
),
counted as (
  select
    number,
    fault,
    key,
    last_day(getvariable('starts') + to_months(place // 6)) as census_on,
    pick_sponsor_post((place % 6 + 0.5) / 6) as sponsor_post
  from placed
),
held as (
  select
    *,
    not (sponsor_post = 'funding_sponsor' and census_on between date '2026-04-01' and date '2026-07-31')
      as post_filled
  from counted
)
select
  number,
  fault,
  key as post_month_id,
  census_on,
  sponsor_post,
  post_filled,
  case
    when not post_filled then null
    when sponsor_post = 'chair' and census_on >= date '2025-06-16' then date '2025-06-16'
    when sponsor_post = 'chair' then date '2021-09-01'
    when sponsor_post = 'deputy_chair' then date '2023-03-06'
    when sponsor_post = 'funding_sponsor' and census_on >= date '2026-08-03' then date '2026-08-03'
    when sponsor_post = 'funding_sponsor' then date '2022-05-02'
    when sponsor_post = 'rights_sponsor' then date '2024-05-13'
    when sponsor_post = 'technology_sponsor' and census_on >= date '2026-01-12'
      then date '2026-01-12'
    when sponsor_post = 'technology_sponsor' then date '2022-02-01'
    else date '2020-10-05'
  end as in_post_since
from held
where census_on between getvariable('from_day') and getvariable('until_day');
