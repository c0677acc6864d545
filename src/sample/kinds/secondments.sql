-- Makes the secondments of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view secondments as
select
  number,
  fault,
  key as secondment_id,
  pick_host_sector(draw(seed, 'host')) as host_sector,
  day as began_on,
  known(
    day + ceil(
      60 * (1 + 0.7 * progress(day)) * if(getvariable('partner') = 'lantern', 0.45, 1)
      * draw_factor(seed, 'length', 0.6)
    )::integer - 1
  ) as ended_on
from rows;
