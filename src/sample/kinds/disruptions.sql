-- Makes the disruptions of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view disruptions as
with graded as (
  select
    *,
    pick_threat_type(draw(seed, 'threat')) as threat_type,
    pick_disruption_kind(draw(seed, 'kind')) as disruption_kind,
    pick_grade(draw(seed, 'grade') ** getvariable('inflation')) as grade,
    known(day + 3 + (18 * draw_factor(seed, 'moderated', 0.6))::integer) is not null
      and draw(seed, 'never moderated') >= 0.008 as is_moderated,
    draw(seed, 'moderation') as moderation,
    known(day + (190 * draw_factor(seed, 'confiscated', 0.6))::integer) is not null
      and draw(seed, 'confiscation') < 0.42 as is_confiscated
  from rows
),
valued as (
  select
    *,
    case
      when draw(seed, 'value unknown') < 0.06 then null
      when draw(seed, 'nothing restrained') < kind_without_assets(disruption_kind) then 0
      else grade_value(grade) * draw_factor(seed, 'value', 1.5)
        * case when draw(seed, 'very large') < 0.012 then 25 else 1 end
    end as restrained
  from graded
),
confiscated as (
  select
    *,
    case
      when draw(seed, 'confiscated unknown') < 0.05 or restrained is null then null
      when is_confiscated then restrained * (0.15 + 0.7 * draw(seed, 'part confiscated'))
      else 0
    end as taken
  from valued
)
select
  number,
  fault,
  key as disruption_id,
  threat_type,
  disruption_kind,
  day as validated_on,
  grade,
  case
    when not is_moderated then null
    when moderation < 0.015 then 'refused'
    when moderation < getvariable('regrading') and grade = 'major' then 'moderate'
    when moderation < getvariable('regrading') and grade = 'moderate' then 'minor'
    when moderation > 0.985 and grade = 'minor' then 'moderate'
    else grade
  end as moderated_grade,
  case
    when draw(seed, 'partners unknown') < 0.02 then null
    when draw(seed, 'alone') >= 0.46 + 0.16 * progress(day) then 1
    else least(9, 2 + floor(-1.3 * ln(1 - draw(seed, 'partners')))::integer)
  end as partners_involved,
  round(restrained, if(draw(seed, 'to the cent') < 0.2, 2, -2))::decimal(17, 2)
    as assets_restrained,
  round(taken, if(draw(seed, 'to the cent') < 0.2, 2, -2))::decimal(17, 2) as assets_confiscated,
  case when restrained is not null or taken is not null then 'EUR' end as currency,
  case when draw(seed, 'harm unknown') >= 0.07 then draw(seed, 'harm') < 0.022 end
    as collateral_harm,
  case
    when draw(seed, 'enabler unknown') < 0.05 then null
    when draw(seed, 'no enabler') < 0.62 - 0.2 * progress(day) then 'none'
    else pick_enabler(draw(seed, 'enabler'))
  end as enabler
from confiscated;
