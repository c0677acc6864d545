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
