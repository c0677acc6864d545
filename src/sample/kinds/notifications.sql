-- Makes the notifications of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view notifications as
with ended as (
  select
    *,
    pick_power_class(draw(seed, 'power')) as power_class
  from rows
),
considered as (
  select
    *,
    draw(seed, 'deferred') < deferred_share(power_class) as is_deferred
  from ended
)
select
  number,
  fault,
  key as notification_id,
  power_class,
  day as ended_on,
  case when draw(seed, 'never told') >= 0.08
    then known(
      day + case
        when is_deferred then ceil(260 * draw_factor(seed, 'told later', 0.4))
        else ceil(52 * notice_pace(getvariable('partner')) * draw_factor(seed, 'told', 0.45))
      end::integer
    )
  end as notified_on,
  case when is_deferred and known(day + 20) is not null
    then pick_deferral_ground(draw(seed, 'ground'))
  end as deferral_ground
from considered;
