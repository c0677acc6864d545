-- Makes the training of one file as the partner knew it on the day it was received.
-- Leaves out the planted faults, which are laid over it when the file is written.

create or replace temp view training as
with fallen_due as (
  select
    *,
    pick_training_module(draw(seed, 'module')) as training_module,
    case when month(day) in (7, 8) then 0.72 else 0.92 end
      - if(getvariable('partner') = 'estuary', 0.12, 0) as chance
  from rows
),
completed as (
  select
    *,
    case when draw(seed, 'completed') < chance then known(
      day + case when draw(seed, 'in time') < 0.86 then draw_whole(seed, 'early', -75, 0)
        else draw_whole(seed, 'late', 1, 60) end
    ) end as completed_on
  from fallen_due
)
select
  number,
  fault,
  key as training_id,
  training_module,
  pick_staff_role(draw(seed, 'role')) as staff_role,
  day as due_on,
  completed_on,
  case
    when completed_on is null or training_module in ('joint_tradecraft', 'rights') then null
    when training_module = 'data_protocol' then completed_on + 730
    -- One in eight is new, and certified for half a year only.
    when draw(seed, 'new') < 0.125 then completed_on + 182
    else greatest(day, completed_on) + 365
  end as valid_until
from completed;
