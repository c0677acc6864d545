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
),
recorded as (
  select
    *,
    case when draw(seed, 'never closed') >= 0.02 then known(ended_at) end as closed_at,
    least(4, floor(severity_rung(severity) * draw_factor(seed, 'rung', 0.7)))::integer as rung,
    case when known(ended_at) is not null and draw(seed, 'never closed') >= 0.02
        and draw(seed, 'debrief unknown') >= 0.05
      then draw(seed, 'debrief') < getvariable('debriefs') + 0.2 * progress(day)
    end as debrief_held,
    pick_population_group(draw(seed, 'group')) as population_group
  from entered
),
-- Notebooks are opened sooner since January 2026; Gatehouse is slow to escalate.
asked as (
  select
    *,
    case when draw(seed, 'no notebook') >= if(day >= date '2026-01-01', 0.05, 0.13)
      then known(later(alerted_at, 60 * if(day >= date '2026-01-01', 36, 72) * sqrt(pace)
        * draw_factor(seed, 'notebook', 0.8)))
    end as notebook_opened_at,
    case when draw(seed, 'gap') < 0.35
      then known(later(alerted_at, 60 * 90 * pace * draw_factor(seed, 'gap flagged', 0.8)))
    end as gap_flagged_at,
    case when draw(seed, 'support') < 0.2
      then known(later(alerted_at, 60 * 150 * pace * draw_factor(seed, 'support asked', 0.8)))
    end as support_requested_at,
    case
      when draw(seed, 'threshold unknown') < 0.03 then null
      when rung = 0 then draw(seed, 'threshold') < 0.06
      else draw(seed, 'threshold') < 0.9
    end as above_threshold,
    case when rung >= 1
      then known(later(alerted_at, 60 * if(getvariable('partner') = 'gatehouse', 75, 18)
        * sqrt(pace) * draw_factor(seed, 'escalated', 0.7)))
    end as escalated_at,
    case when rung >= 3 and draw(seed, 'command') < 0.55 + 0.2 * progress(day)
      then known(later(alerted_at, 60 * 140 * sqrt(pace) * draw_factor(seed, 'command time', 0.7)))
    end as joint_command_at,
    -- Most alerts about group C are tips from the public, which are wrong more often.
    case when population_group = 'group_c' and draw(seed, 'tip') < 0.55 then 'public'
      else pick_alert_source(draw(seed, 'source'))
    end as alert_source
  from recorded
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
  closed_at,
  case when draw(seed, 'rung unknown') >= 0.02 then rung end as escalation_level,
  debrief_held,
  notebook_opened_at,
  gap_flagged_at,
  case when draw(seed, 'gap left') >= 0.24 - 0.1 * progress(day)
    then known(later(gap_flagged_at, 3600 * 14 * hardness * draw_factor(seed, 'gap answered', 1.0)))
  end as gap_answered_at,
  support_requested_at,
  case when draw(seed, 'support refused') >= 0.06
    then known(later(support_requested_at, 60 * 160 * sqrt(pace)
      * draw_factor(seed, 'support given', 0.7)))
  end as support_given_at,
  above_threshold,
  escalated_at,
  joint_command_at,
  case when debrief_held
      and draw(seed, 'lessons left') >= if(getvariable('partner') = 'capital-crime', 0.6, 0.2)
    then known(closed_at::date + ceil(36 * draw_factor(seed, 'lessons', 0.7))::integer)
  end as lessons_closed_on,
  alert_source,
  case
    when closed_at is null or draw(seed, 'outcome unknown') < 0.02 then null
    when draw(seed, 'resolved') < 0.13 then 'unresolved'
    when draw(seed, 'outcome') < source_precision(alert_source) then 'confirmed'
    else 'refuted'
  end as alert_outcome,
  population_group
from asked;
