-- Makes the complaints of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view complaints as
with received as (
  select
    *,
    pick_right_engaged(draw(seed, 'right')) as right_engaged,
    case when day >= getvariable('step_on') and draw(seed, 'web') < 0.38 then 'web'
      else pick_channel(draw(seed, 'channel'))
    end as channel,
    pick_population_group(draw(seed, 'group')) as population_group,
    pick_handling_route(draw(seed, 'route')) as handling_route,
    case when draw(seed, 'prompt') < 0.88 then draw_whole(seed, 'working days', 1, 5)
      else 5 + ceil(4 * draw_factor(seed, 'slow', 0.7))::integer
    end as answer_days
  from rows
),
handled as (
  select
    *,
    case when draw(seed, 'never acknowledged') >= 0.02
      then known(working_days_later(day, answer_days)) end as acknowledged_on,
    case when draw(seed, 'never closed') >= 0.02
      then known(
        working_days_later(
          day + 2,
          ceil(
            50 * getvariable('handling') * route_pace(handling_route)
            * draw_factor(seed, 'closed', 0.75)
          )::integer
        )
      )
    end as closed_on,
    pick_decision(draw(seed, 'decision')) as decided
  from received
),
reviewed as (
  select
    *,
    case when decided in ('not_upheld', 'partly_upheld') and draw(seed, 'review') < 0.45
      then known(closed_on + 3 + ceil(14 * draw_factor(seed, 'review asked', 0.6))::integer)
    end as review_asked_on,
    case when draw(seed, 'review left') >= 0.04
      then known(
        review_asked_on
        + ceil(40 * getvariable('handling') * draw_factor(seed, 'review decided', 0.5))::integer
      )
    end as review_decided_on
  from handled
)
select
  number,
  fault,
  key as complaint_id,
  right_engaged,
  channel,
  population_group,
  handling_route,
  day as received_on,
  acknowledged_on,
  case when closed_on is not null then decided end as decision,
  closed_on,
  case
    when closed_on is null or draw(seed, 'remedy unknown') < 0.035 then null
    when decided not in ('upheld', 'partly_upheld') or draw(seed, 'no remedy') < 0.1 then 'none'
    else pick_remedy(draw(seed, 'remedy'))
  end as remedy,
  review_asked_on,
  case
    when review_decided_on is null then null
    when draw(seed, 'review upheld') < if(right_engaged = 'privacy', 0.36, 0.2) then 'upheld'
    else 'not_upheld'
  end as review_decision,
  review_decided_on
from reviewed;
