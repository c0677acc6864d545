-- Counts alerts four times: by how long it took to acknowledge, to share and to act on each, and by
-- whether a debrief was held. Every alert of the period stands in exactly one row of each table.
-- Leaves out alerts after the cut-off; what happened after it counts as not reached yet.

-- Groups are formed by these while alerts are counted, which is faster than by text.
create type alert_status as enum ('closed', 'open', 'not recorded');
create type debrief_state as enum ('not closed', 'not recorded', 'not known', 'held', 'not held');

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

-- One pass over the alerts counts for all four tables; a row is of the one whose columns it fills.
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
    list_contains(not_recorded, 'debrief_held') as debrief_unrecorded
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
    status_of(closed_at, closed_unrecorded, observed_until) as closing
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
    case
      when closing = 'open' then 'not closed'::debrief_state
      when closing = 'not recorded' or debrief_unrecorded then 'not recorded'::debrief_state
      when debrief_held is null then 'not known'::debrief_state
      when debrief_held then 'held'::debrief_state
      else 'not held'::debrief_state
    end as debrief
  from alerts
)
select *, count(*)::integer as alerts_n
from timed
group by grouping sets (
  (month, partner, threat_type, acknowledgement, until_acknowledged),
  (month, partner, threat_type, sharing, until_shared),
  (month, partner, threat_type, action, until_acted),
  (month, partner, threat_type, debrief)
);

-- One row per month, partner, threat, status and minutes from alert to acknowledgement.
create table alert_acknowledgements as
select
  month,
  partner,
  threat_type,
  acknowledgement::varchar as status,
  until_acknowledged::integer as duration_minutes,
  alerts_n
from alert_counts
where acknowledgement is not null;

-- One row per month, partner, threat, status and minutes from alert to sharing.
create table alert_sharings as
select
  month,
  partner,
  threat_type,
  sharing::varchar as status,
  until_shared::integer as duration_minutes,
  alerts_n
from alert_counts
where sharing is not null;

-- One row per month, partner, threat, status and minutes from alert to first action.
create table alert_actions as
select
  month,
  partner,
  threat_type,
  action::varchar as status,
  until_acted::integer as duration_minutes,
  alerts_n
from alert_counts
where action is not null;

-- One row per month, partner, threat and state of the debrief.
create table alert_debriefs as
select
  month,
  partner,
  threat_type,
  debrief::varchar as debrief,
  alerts_n
from alert_counts
where debrief is not null;

drop table alert_counts;
drop macro minutes_of;
drop macro on_ladder;
drop macro status_of;
drop type debrief_state;
drop type alert_status;
