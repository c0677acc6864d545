-- Makes the sponsors' seats of one file: six at the meeting on the third Wednesday of each month.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view sponsor_meetings as
with placed as (
  select *, (source * 144 // getvariable('records'))::integer as place from numbered
),
met as (
  select
    number,
    fault,
    seed,
    key,
    (getvariable('starts') + to_months(place // 6))::date as first_day,
    first_day + ((10 - isodow(first_day)) % 7 + 14)::integer as met_on,
    pick_sponsor_post((place % 6 + 0.5) / 6) as sponsor_post
  from placed
)
select
  number,
  fault,
  key as seat_id,
  met_on,
  sponsor_post,
  case
    when sponsor_post = 'funding_sponsor'
      and first_day between date '2026-04-01' and date '2026-07-01' then false
    when draw(seed, 'attendance unknown') >= 0.02
      then draw(seed, 'comes') < sponsor_comes(sponsor_post)
  end as seat_attended
from met
where met_on between getvariable('from_day') and getvariable('until_day');
