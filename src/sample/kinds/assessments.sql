-- Makes the joint threat assessments of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view assessments as
select
  number,
  fault,
  key as assessment_id,
  pick_threat_type(draw(seed, 'threat')) as threat_type,
  day as issued_on,
  case when draw(seed, 'joint') < 0.32 + 0.4 * progress(day) then draw_whole(seed, 'many', 3, 5)
    else draw_whole(seed, 'few', 1, 2)
  end as sectors_taking_part,
  case when draw(seed, 'terms unknown') >= 0.04 then
    draw(seed, 'terms') < if(getvariable('partner') = 'compact', 0.4, 0.8) + 0.14 * progress(day)
  end as terminology_common,
  case when draw(seed, 'never shared') >= if(getvariable('partner') = 'beacon', 0.4, 0.03)
    then known(working_days_later(day, ceil(4 * draw_factor(seed, 'shared', 0.7))::integer))
  end as shared_on
from rows;
