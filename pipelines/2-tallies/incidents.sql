-- Counts alerts eleven times: by how long it took to acknowledge, share, act on and escalate each,
-- to open its notebook, give support and close its lessons; by debrief, gap, command and outcome.
-- Every alert of the period stands in exactly one row of each table.
-- Leaves out alerts after the cut-off; what happened after it counts as not reached yet.

-- Groups are formed by these while alerts are counted, which is faster than by text.
create type alert_status as enum ('closed', 'open', 'not recorded', 'not known', 'not due');
create type alert_state as enum (
  'not closed', 'not recorded', 'not known', 'not due', 'held', 'not held', 'none flagged',
  'flagged', 'answered', 'stood up', 'not stood up', 'confirmed', 'refuted', 'unresolved'
);

-- A partner that keeps no record of a moment says neither that it came nor that it is awaited.
create temp macro status_of(reached_at, unrecorded, observed_until) as
  case
    when unrecorded then 'not recorded'::alert_status
    when reached_at < observed_until then 'closed'::alert_status
    else 'open'::alert_status
  end;

-- To the minute up to 2 hours, to 5 minutes up to a day, to 30 minutes up to 7 days, to 6 hours
-- beyond. A time taken is rounded up (rounds_up = 1), so that "within 6 hours" is exact; the age of
-- an open alert is rounded down (rounds_up = 0).
create temp macro on_ladder(minutes, rounds_up) as
  case
    when minutes <= 120 then minutes
    when minutes <= 1440 then (minutes + 4 * rounds_up) // 5 * 5
    when minutes <= 10080 then (minutes + 29 * rounds_up) // 30 * 30
    else (minutes + 359 * rounds_up) // 360 * 360
  end;

-- The age of an open alert runs to the end of the last day its partner's submission speaks of.
create temp macro minutes_of(status, alerted_at, reached_at, observed_until) as
  case status
    when 'closed' then on_ladder((date_diff('second', alerted_at, reached_at) + 59) // 60, 1)
    when 'open' then on_ladder(date_diff('second', alerted_at, observed_until) // 60, 0)
    else 0
  end;

-- What is only held against a limit is counted in coarser steps, so that fewer counts are small: to
-- 5 minutes up to 2 hours, to 30 minutes up to a day, to 6 hours up to 7 days, to 7 days beyond.
create temp macro in_steps(minutes, rounds_up) as
  case
    when minutes <= 120 then (minutes + 4 * rounds_up) // 5 * 5
    when minutes <= 1440 then (minutes + 29 * rounds_up) // 30 * 30
    when minutes <= 10080 then (minutes + 359 * rounds_up) // 360 * 360
    else (minutes + 10079 * rounds_up) // 10080 * 10080
  end;

create temp macro steps_of(status, began_at, reached_at, observed_until) as
  case status
    when 'closed' then in_steps((date_diff('second', began_at, reached_at) + 59) // 60, 1)
    when 'open' then in_steps(date_diff('second', began_at, observed_until) // 60, 0)
    else 0
  end;

-- Days are counted in steps of five for the same reason.
create temp macro days_of(status, began_at, reached_on, observed_until) as
  case status
    when 'closed' then (reached_on - began_at::date + 4) // 5 * 5
    when 'open' then (observed_until::date - 1 - began_at::date) // 5 * 5
    else 0
  end;

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

-- One row per month, partner, threat, status and minutes from alert to acknowledgement.
create table alert_acknowledgements as
select month, partner, threat_type, acknowledgement::varchar as status,
  until_acknowledged::integer as duration_minutes, alerts_n
from alert_counts
where acknowledgement is not null;

-- One row per month, partner, threat, status and minutes from alert to sharing.
create table alert_sharings as
select month, partner, threat_type, sharing::varchar as status,
  until_shared::integer as duration_minutes, alerts_n
from alert_counts
where sharing is not null;

-- One row per month, partner, threat, status and minutes from alert to first action.
create table alert_actions as
select month, partner, threat_type, action::varchar as status,
  until_acted::integer as duration_minutes, alerts_n
from alert_counts
where action is not null;

-- One row per month, partner, threat, status and minutes until its shared notebook was open.
create table alert_notebooks as
select month, partner, threat_type, notebook::varchar as status,
  until_notebook::integer as duration_minutes, alerts_n
from alert_counts
where notebook is not null;

-- One row per month, partner, threat, status and minutes from asking for support to getting it.
create table alert_supports as
select month, partner, threat_type, support::varchar as status,
  until_support::integer as duration_minutes, alerts_n
from alert_counts
where support is not null;

-- One row per month, partner, threat, status, rung and minutes from alert to escalation. Alerts
-- that are not above the threshold have no rung here.
create table alert_escalations as
select month, partner, threat_type, escalation::varchar as status,
  case rung when -1 then 'not known' when -2 then 'not due' else rung::varchar end as rung,
  until_escalated::integer as duration_minutes, alerts_n
from alert_counts
where escalation is not null;

-- One row per month, partner, threat, status and days from closing to the end of the last lesson.
create table alert_lessons as
select month, partner, threat_type, lessons::varchar as status,
  until_lessons::integer as duration_days, alerts_n
from alert_counts
where lessons is not null;

-- One row per month, partner, threat, origin, group concerned and what the alert proved to be. These
-- names are no breakdown's, so that protection keeps all three close to the truth together.
create table alert_outcomes as
select month, partner, threat_type,
  if(source_unrecorded, 'not recorded', coalesce(alert_source::varchar, 'not_stated')) as origin,
  if(group_unrecorded, 'not recorded', coalesce(population_group::varchar, 'not_stated'))
    as concerned,
  outcome::varchar as outcome, sum(alerts_n)::integer as alerts_n
from alert_counts
where outcome is not null
group by all;

-- One row per month, partner, threat and state of the debrief.
create table alert_debriefs as
select month, partner, threat_type, debrief::varchar as debrief, sum(alerts_n)::integer as alerts_n
from alert_counts
where debrief is not null
group by all;

-- One row per month, partner, threat and state of the information gap.
create table alert_gaps as
select month, partner, threat_type, gap::varchar as gap, sum(alerts_n)::integer as alerts_n
from alert_counts
where gap is not null
group by all;

-- One row per month, partner, threat and whether a joint command was stood up.
create table alert_commands as
select month, partner, threat_type, joint_command::varchar as joint_command,
  sum(alerts_n)::integer as alerts_n
from alert_counts
where joint_command is not null
group by all;

drop table alert_counts;
drop macro days_of;
drop macro steps_of;
drop macro minutes_of;
drop macro in_steps;
drop macro on_ladder;
drop macro status_of;
drop type alert_state;
drop type alert_status;
