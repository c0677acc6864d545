-- Makes the reviews of one file as the partner knew them on the day it was received. Every third is an
-- inspection: ten a year, one for each category. The rest are spread over the days.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view reviews as
with inspections as (
  select *, (source // 3 % 20)::integer as turn
  from numbered
  where source % 3 = 0 and getvariable('partner') <> 'secretariat'
),
scheduled as (
  select
    *,
    pick_review_category((turn % 10 + 0.5) / 10) as review_category,
    getvariable('starts') + (turn // 10 * 365 + 20 + turn % 10 * 34)::integer
      + draw_whole(seed, 'day of plan', 0, 13) as first_plan
  from inspections
),
planned as (
  select
    number,
    fault,
    seed,
    key,
    'inspection' as review_type,
    review_category,
    -- Whoever is silent for a quarter is inspected in the next.
    first_plan + if(
      first_plan between getvariable('silent_from') and getvariable('silent_to'), 91, 0
    ) as day,
    case
      when getvariable('partner') = 'gatehouse' and turn >= 10 then if(turn in (12, 15, 18), 0, 1)
      else review_done('inspection')
    end as chance
  from scheduled
  union all
  select
    number,
    fault,
    seed,
    r.key,
    pick_review_type(draw(seed, 'type')) as review_type,
    if(draw(seed, 'several') < 0.5, 'several', pick_review_category(draw(seed, 'category'))),
    r.day,
    review_done(review_type)
  from rows r
  where number not in (select number from inspections)
),
done as (
  select
    *,
    case when draw(seed, 'done') < chance then known(
      day + case
        when draw(seed, 'on plan') < if(review_type = 'inspection', 0.8, 0.62)
          then draw_whole(seed, 'early', -20, 0)
        else draw_whole(seed, 'late', 1, 50)
      end
    ) end as done_on
  from planned
)
select
  number,
  fault,
  key as review_id,
  review_type,
  review_category,
  day as planned_on,
  done_on,
  case when done_on is not null and draw(seed, 'published') < review_published(review_type)
    then known(done_on + draw_whole(seed, 'printed', 30, 100)) end as published_on
from done
where day between getvariable('from_day') and getvariable('until_day');
