-- One pass over the alerts counts for all tables; a row is of those whose columns it fills.
create temp table alert_counts as
with watched as (
  select
    submission_id,
    p.starts,
    p.cut_off + interval 1 day as ends,
    least(as_of, p.cut_off) + interval 1 day as observed_until,
    list_contains(not_recorded, 'acknowledged_at') as acknowledged_unrecorded,
    list_contains(not_recorded, 'shared_at') as shared_unrecorded,
    list_contains(not_recorded, 'acted_at') as acted_unrecorded,
    list_contains(not_recorded, 'closed_at') as closed_unrecorded,
    list_contains(not_recorded, 'debrief_held') as debrief_unrecorded,
    list_contains(not_recorded, 'notebook_opened_at') as notebook_unrecorded,
    list_has_any(not_recorded, ['gap_flagged_at', 'gap_answered_at']) as gap_unrecorded,
    list_has_any(not_recorded, ['support_requested_at', 'support_given_at'])
      as support_unrecorded,
    list_has_any(not_recorded, ['above_threshold', 'escalated_at']) as escalation_unrecorded,
    list_contains(not_recorded, 'escalation_level') as rung_unrecorded,
    list_contains(not_recorded, 'joint_command_at') as command_unrecorded,
    list_contains(not_recorded, 'lessons_closed_on') as lessons_unrecorded,
    list_contains(not_recorded, 'alert_source') as source_unrecorded,
    list_contains(not_recorded, 'alert_outcome') as outcome_unrecorded,
    list_contains(not_recorded, 'population_group') as group_unrecorded
  from submissions
  cross join programme_period p
),
alerts as (
  select
    *,
    date_trunc('month', alerted_at)::date as month,
    status_of(acknowledged_at, acknowledged_unrecorded, observed_until) as acknowledgement,
    status_of(shared_at, shared_unrecorded, observed_until) as sharing,
    status_of(acted_at, acted_unrecorded, observed_until) as action,
    status_of(closed_at, closed_unrecorded, observed_until) as closing,
    status_of(notebook_opened_at, notebook_unrecorded, observed_until) as notebook,
    case
      when support_unrecorded then 'not recorded'::alert_status
      when support_requested_at < observed_until
        then status_of(support_given_at, false, observed_until)
      else 'not due'::alert_status
    end as support,
    case
      when escalation_unrecorded then 'not recorded'::alert_status
      when above_threshold is null then 'not known'::alert_status
      when above_threshold then status_of(escalated_at, false, observed_until)
      else 'not due'::alert_status
    end as escalation,
    case
      when closing = 'open' then 'not closed'::alert_state
      when closing = 'not recorded' or debrief_unrecorded then 'not recorded'::alert_state
      when debrief_held is null then 'not known'::alert_state
      when debrief_held then 'held'::alert_state
      else 'not held'::alert_state
    end as debrief,
    case
      when debrief = 'not recorded' then 'not recorded'::alert_status
      when debrief <> 'held' then 'not due'::alert_status
      else status_of(lessons_closed_on, lessons_unrecorded, observed_until)
    end as lessons
  from incidents join watched using (submission_id)
  where alerted_at >= starts and alerted_at < ends
),
timed as (
  select
    month,
    partner,
    threat_type,
    acknowledgement,
    minutes_of(acknowledgement, alerted_at, acknowledged_at, observed_until) as until_acknowledged,
    sharing,
    minutes_of(sharing, alerted_at, shared_at, observed_until) as until_shared,
    action,
    minutes_of(action, alerted_at, acted_at, observed_until) as until_acted,
    notebook,
    steps_of(notebook, alerted_at, notebook_opened_at, observed_until) as until_notebook,
    support,
    steps_of(support, support_requested_at, support_given_at, observed_until) as until_support,
    escalation,
    steps_of(escalation, alerted_at, escalated_at, observed_until) as until_escalated,
    case
      when escalation not in ('closed', 'open') then -2
      when rung_unrecorded then -1
      else coalesce(escalation_level, -1)
    end as rung,
    lessons,
    days_of(lessons, closed_at, lessons_closed_on, observed_until) as until_lessons,
    debrief,
    case
      when gap_unrecorded then 'not recorded'::alert_state
      when gap_answered_at < observed_until then 'answered'::alert_state
      when gap_flagged_at < observed_until then 'flagged'::alert_state
      else 'none flagged'::alert_state
    end as gap,
    case
      when rung_unrecorded or command_unrecorded then 'not recorded'::alert_state
      when escalation_level is null then 'not known'::alert_state
      when escalation_level < 3 then 'not due'::alert_state
      when joint_command_at < observed_until then 'stood up'::alert_state
      else 'not stood up'::alert_state
    end as joint_command,
    case
      when closing = 'open' then 'not closed'::alert_state
      when closing = 'not recorded' or outcome_unrecorded then 'not recorded'::alert_state
      when alert_outcome = 'confirmed' then 'confirmed'::alert_state
      when alert_outcome = 'refuted' then 'refuted'::alert_state
      else 'unresolved'::alert_state
    end as outcome,
    alert_source,
    source_unrecorded,
    population_group,
    group_unrecorded
  from alerts
)
select *, count(*)::integer as alerts_n
from timed
group by grouping sets (
  (month, partner, threat_type, acknowledgement, until_acknowledged),
  (month, partner, threat_type, sharing, until_shared),
  (month, partner, threat_type, action, until_acted),
  (month, partner, threat_type, notebook, until_notebook),
  (month, partner, threat_type, support, until_support),
  (month, partner, threat_type, escalation, rung, until_escalated),
  (month, partner, threat_type, lessons, until_lessons),
  (month, partner, threat_type, debrief, gap, joint_command),
  (
    month, partner, threat_type, outcome,
    alert_source, source_unrecorded, population_group, group_unrecorded
  )
);
