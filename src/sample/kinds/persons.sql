-- Makes the persons checked of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view persons as
with checked as (
  select
    *,
    pick_population_group(draw(seed, 'group')) as population_group,
    case population_group
      when 'group_c' then pick_poor_source(draw(seed, 'source'))
      else pick_usual_source(draw(seed, 'source'))
    end as alert_source
  from rows
),
handled as (
  select
    *,
    case
      when draw(seed, 'power') < source_power(alert_source) * group_power(population_group)
        then pick_power_used(draw(seed, 'which power'))
      else 'none'
    end as power_used,
    known(day + ceil(18 * draw_factor(seed, 'resolved', 0.8))::integer) as resolved_on
  from checked
)
select
  number,
  fault,
  key as person_id,
  day as checked_on,
  population_group,
  alert_source,
  power_used,
  case
    when resolved_on is null or draw(seed, 'never resolved') < 0.06 then 'unresolved'
    when draw(seed, 'alert') < source_wrong(alert_source) then 'refuted'
    else 'confirmed'
  end as person_alert_outcome,
  case when power_used <> 'none' and draw(seed, 'found unknown') >= 0.03
    then draw(seed, 'found') < power_finds(power_used)
      * if(population_group = 'group_b' and getvariable('partner') = 'gatehouse', 0.35, 1)
  end as found
from handled;
