-- Makes the retention reviews of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view retention as
with due as (
  select
    *,
    pick_system_class(draw(seed, 'system')) as system_class
  from rows
),
reviewed as (
  select
    *,
    known(
      case
        when draw(seed, 'prompt') < prompt_share(system_class)
            * case when getvariable('partner') = 'northwatch' and day >= date '2025-10-01'
                then 0.55 else 1 end
          then day - draw_whole(seed, 'early', 0, 25)
        when draw(seed, 'never reviewed') >= 0.1
          then day + ceil(30 * draw_factor(seed, 'late', 0.9))::integer
      end
    ) as reviewed_on
  from due
)
select
  number,
  fault,
  key as holding_id,
  system_class,
  day as due_on,
  reviewed_on,
  case when reviewed_on is not null then pick_retention_outcome(draw(seed, 'outcome')) end
    as retention_outcome
from reviewed;
