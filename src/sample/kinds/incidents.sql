-- Makes the incidents of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view incidents as
with alerts as (
  select
    *,
    pick_threat_type(draw(seed, 'threat')) as threat_type,
    pick_severity(draw(seed, 'severity')) as severity,
    later(
      day::timestamp,
      3600 * pick_hour(draw(seed, 'hour'))::integer + floor(3600 * draw(seed, 'second'))
    ) as alerted_at,
    draw_factor(seed, 'case', 0.45) as hardness
  from rows
),
paces as (
  select
    *,
    getvariable('pace') * severity_pace(severity) * hardness
      * case when isodow(day) > 5 then 1.4 else 1 end
      * case when hour(alerted_at) between 7 and 18 then 1 else 1.25 end as pace,
    1 - getvariable('improvement') * progress(day) as trend
  from alerts
),
answered as (
  select
    *,
    later(alerted_at, 60 * 32 * pace * draw_factor(seed, 'acknowledged', 0.95)) as first_seen_at
  from paces
),
acted as (
  select
    *,
    later(first_seen_at, 60 * 110 * pace * draw_factor(seed, 'shared', 1.0)) as passed_on_at,
    greatest(
      later(alerted_at, 60 * 430 * pace * trend * draw_factor(seed, 'acted', 0.85)),
      later(first_seen_at, 60 * (2 + 10 * draw(seed, 'order')))
    ) as first_action_at
  from answered
),
ended as (
  select
    *,
    later(first_action_at, 86400 * 9 * hardness * draw_factor(seed, 'closed', 0.8)) as ended_at
  from acted
),
-- Before the partner corrected them, some actions were entered at the hour they were ordered.
entered as (
  select
    * replace (
      case when draw(seed, 'miskeyed') < getvariable('miskeyed_share')
        then later(alerted_at, 0.2 * date_diff('second', alerted_at, first_action_at))
        else first_action_at
      end as first_action_at
    )
  from ended
)
select
  number,
  fault,
  key as incident_id,
  threat_type,
  severity,
  alerted_at,
  case when draw(seed, 'never acknowledged') >= 0.012 then known(first_seen_at) end
    as acknowledged_at,
  case when draw(seed, 'never shared') >= 0.06 then known(passed_on_at) end as shared_at,
  case when draw(seed, 'never acted') >= severity_left(severity) then known(first_action_at) end
    as acted_at,
  case when draw(seed, 'never closed') >= 0.02 then known(ended_at) end as closed_at,
  case when draw(seed, 'rung unknown') >= 0.02
    then least(4, floor(severity_rung(severity) * draw_factor(seed, 'rung', 0.7)))::integer
  end as escalation_level,
  case when known(ended_at) is not null and draw(seed, 'never closed') >= 0.02
      and draw(seed, 'debrief unknown') >= 0.05
    then draw(seed, 'debrief') < getvariable('debriefs') + 0.2 * progress(day)
  end as debrief_held
from entered;
