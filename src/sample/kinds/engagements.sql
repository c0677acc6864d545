-- Makes the engagements of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view engagements as
with raised as (
  select
    *,
    pick_raised_by(draw(seed, 'raised by')) as raised_by,
    if(draw(seed, 'matter') < lead_part(raised_by), 'liaison_lead', 'issue') as engagement_matter
  from rows
),
followed as (
  select
    *,
    known(
      day + ceil(
        48 * getvariable('handling') * answer_pace(raised_by) * (1 - 0.3 * progress(day))
        * draw_factor(seed, 'answered', 0.6)
      )::integer
    ) as answered_on,
    known(
      day + ceil(15 * lead_pace(raised_by) * draw_factor(seed, 'acted', 0.9))::integer
    ) as acted_on
  from raised
)
select
  number,
  fault,
  key as engagement_id,
  engagement_matter,
  raised_by,
  day as raised_on,
  case when engagement_matter = 'issue' and draw(seed, 'never answered') >= 0.08
    then answered_on end as answer_published_on,
  case when engagement_matter = 'liaison_lead' and draw(seed, 'never acted') >= 0.12
    then acted_on end as lead_acted_on
from followed;
