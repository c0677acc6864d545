-- Makes the errors of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view errors as
with found as (
  select
    *,
    pick_error_severity(draw(seed, 'severity')) as error_severity
  from rows
)
select
  number,
  fault,
  key as error_id,
  pick_error_cause(draw(seed, 'cause')) as error_cause,
  error_severity,
  case when draw(seed, 'self') < 0.42 + 0.3 * progress(day) then 'self'
    else pick_finder(draw(seed, 'finder'))
  end as found_by,
  case when draw(seed, 'start unknown') >= 0.1
    then day - (25 * draw_factor(seed, 'started', 1.0))::integer
  end as occurred_on,
  day as found_on,
  case when error_severity <> 'recordable' and draw(seed, 'never reported') >= 0.02
    then known(
      working_days_later(
        day,
        ceil(
          6 * report_pace(getvariable('partner')) * draw_factor(seed, 'reported', 0.55)
        )::integer
      )
    )
  end as reported_on
from found;
