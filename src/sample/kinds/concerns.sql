-- Makes the concerns of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view concerns as
with raised as (
  select
    *,
    pick_concern_channel(draw(seed, 'channel')) as concern_channel,
    pick_concern_about(draw(seed, 'about')) as concern_about,
    getvariable('partner') = 'capital-crime' as lags
  from rows
),
handled as (
  select
    *,
    case
      when draw(seed, 'prompt') < channel_prompt(concern_channel) - if(lags, 0.12, 0)
        then draw_whole(seed, 'working days', 1, 5)
      else 5 + ceil(6 * draw_factor(seed, 'slow', 0.8))::integer
    end as answer_days,
    ceil(55 * draw_factor(seed, 'closed', 0.7))::integer as closing_days,
    channel_told(concern_channel) - if(lags, 0.2, 0) + 0.12 * progress(day) as told_part,
    channel_detriment(concern_channel) * if(lags, 2, 1) as detriment_part
  from raised
),
closed as (
  select
    *,
    case when draw(seed, 'never closed') >= 0.04
      then known(working_days_later(day + 2, closing_days)) end as concern_closed_on
  from handled
)
select
  number,
  fault,
  key as concern_id,
  concern_channel,
  concern_about,
  day as raised_on,
  case when draw(seed, 'never acknowledged') >= 0.015
    then known(working_days_later(day, answer_days)) end as acknowledged_on,
  concern_closed_on,
  case when concern_closed_on is not null and draw(seed, 'told unknown') >= 0.05
    then draw(seed, 'told') < told_part end as outcome_told,
  case when draw(seed, 'detriment unknown') >= 0.08
    then draw(seed, 'detriment') < detriment_part end as detriment_reported
from closed;
