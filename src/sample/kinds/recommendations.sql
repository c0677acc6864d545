-- Makes the recommendations of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view recommendations as
with made as (
  select
    *,
    pick_recommendation_source(draw(seed, 'source')) as recommendation_source,
    pick_recommendation_priority(draw(seed, 'priority')) as recommendation_priority,
    days_given(recommendation_priority)::integer as days,
    case getvariable('partner') when 'estuary' then 1.7 when 'capital-crime' then 1.35 else 0.5 end
      as slack
  from rows
),
done as (
  select
    *,
    case when draw(seed, 'never done') >= 0.04
      then known(day + ceil(days * slack * draw_factor(seed, 'done', 0.4))::integer)
    end as implemented_on
  from made
)
select
  number,
  fault,
  key as recommendation_id,
  recommendation_source,
  recommendation_priority,
  day as made_on,
  day + days as due_on,
  implemented_on,
  case when draw(seed, 'never verified') >= 0.04
    then known(implemented_on + draw_whole(seed, 'verified', 3, 35)) end as verified_on,
  case when recommendation_source = 'red_team' and draw(seed, 'never tried again') >= 0.12
    then known(implemented_on + draw_whole(seed, 'tried again', 3, 40)) end as retested_on
from done;
