-- Makes the respondents of the household survey of one file, all interviewed in the middle month of
-- their quarter. Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view surveys as
with sampled as (
  select
    *,
    pick_survey_stratum(draw(seed, 'stratum')) as survey_stratum,
    date_trunc('quarter', day)::date as quarter,
    -- Of twelve points in a stratum six are visited in a wave, and the others in the next.
    2 * draw_whole(seed, 'point', 0, 5) + (quarter(day) % 2)::integer as place
  from rows
),
visited as (
  select
    *,
    1 + ((12 * stratum_number(survey_stratum)::integer + place) * 31 + 17) % 48 as survey_cluster,
    hash(getvariable('seed'), survey_cluster) as point
  from sampled
),
asked as (
  select
    *,
    stratum_agrees(survey_stratum) + stratum_trend(survey_stratum) * progress(day)
      + 0.07 * draw_normal(point, 'mood') as agrees_part
  from visited
)
select
  number,
  fault,
  key as respondent_id,
  ((quarter + interval 1 month)::date + draw_whole(seed, 'interview', 0, 27)) as interviewed_on,
  survey_stratum,
  survey_cluster,
  stratum_weight(survey_stratum)::decimal(4, 2) as survey_weight,
  case
    when draw(seed, 'no answer') < 0.04 then 'no_answer'
    when draw(seed, 'answer') < agrees_part then 'agree'
    else pick_no_agreement(draw(seed, 'disagreement'))
  end as fair_treatment
from asked;
