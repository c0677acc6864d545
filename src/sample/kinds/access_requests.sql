-- Makes the access requests of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view access_requests as
with received as (
  select
    *,
    pick_data_right(draw(seed, 'right')) as data_right
  from rows
)
select
  number,
  fault,
  key as access_request_id,
  data_right,
  day as received_on,
  case when draw(seed, 'never answered') >= 0.02
    then known(
      working_days_later(
        day,
        ceil(
          14 * getvariable('handling') * right_pace(data_right)
          * case when day >= getvariable('step_on') then 1.2 else 1 end
          * draw_factor(seed, 'answered', 0.45)
        )::integer
      )
    )
  end as answered_on
from received;
