-- Makes the joint sessions of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view joint_sessions as
with planned as (
  select
    *,
    pick_session_type(draw(seed, 'type')) as session_type,
    case
      when session_type = 'exercise' and getvariable('partner') = 'estuary' then 0.3
      when session_type = 'analyst_field_feedback' then session_held(session_type) + 0.25 * progress(day)
      else session_held(session_type)
    end * if(month(day) = 8, 0.8, 1) as chance,
    case when draw(seed, 'moved') < 0.2 then draw_whole(seed, 'later', 2, 45) else 0 end as later_days
  from rows
)
select
  number,
  fault,
  key as session_id,
  session_type,
  day as planned_on,
  draw_whole(seed, 'sectors', 2, 5) as sectors_invited,
  case when draw(seed, 'held') < chance then known(day + later_days) end as held_on,
  draw(seed, 'held') >= chance and draw(seed, 'called off') < 0.6 as session_cancelled
from planned;
