-- Counts alerts by how long each milestone took, and closed alerts by whether a debrief was held.
-- Leaves out alerts after the cut-off; a milestone after it counts as not reached yet.

-- One row per month, partner, threat, milestone, status and duration. A duration is rounded up, so
-- that "within 6 hours" is exact: to the minute up to 2 hours, to 5 minutes up to a day, to 30
-- minutes up to 7 days, to 6 hours beyond. The age of an open alert is rounded down on the same
-- ladder, to the end of the last day its partner's submission speaks of. Alerts of partners that do
-- not record a milestone are no alerts here: they are counted beside, in not_recorded_n.
create table alert_milestones as
with watched as (
  select
    submission_id,
    p.starts,
    p.cut_off + interval 1 day as ends,
    least(as_of, p.cut_off) + interval 1 day as observed_until,
    list_contains(not_recorded, 'acknowledged_at') as acknowledged_unrecorded,
    list_contains(not_recorded, 'shared_at') as shared_unrecorded,
    list_contains(not_recorded, 'acted_at') as acted_unrecorded
  from submissions
  cross join programme_period p
),
reached as (
  select partner, threat_type, alerted_at, 1 as milestone, acknowledged_at as reached_at,
    observed_until, acknowledged_unrecorded as unrecorded
  from incidents join watched using (submission_id)
  where alerted_at >= starts and alerted_at < ends
  union all
  select partner, threat_type, alerted_at, 2, shared_at, observed_until, shared_unrecorded
  from incidents join watched using (submission_id)
  where alerted_at >= starts and alerted_at < ends
  union all
  select partner, threat_type, alerted_at, 3, acted_at, observed_until, acted_unrecorded
  from incidents join watched using (submission_id)
  where alerted_at >= starts and alerted_at < ends
),
timed as (
  select
    partner,
    threat_type,
    milestone,
    date_trunc('month', alerted_at)::date as month,
    -- 0: not recorded, 1: still open, 2: closed
    case when unrecorded then 0 when reached_at < observed_until then 2 else 1 end as state,
    case
      when unrecorded then 0
      when reached_at < observed_until then (date_diff('second', alerted_at, reached_at) + 59) // 60
      else date_diff('second', alerted_at, observed_until) // 60
    end as minutes
  from reached
),
counted as (
  select
    month,
    partner,
    threat_type,
    milestone,
    state,
    (case
      when minutes <= 120 then minutes
      when minutes <= 1440 then (minutes + case state when 2 then 4 else 0 end) // 5 * 5
      when minutes <= 10080 then (minutes + case state when 2 then 29 else 0 end) // 30 * 30
      else (minutes + case state when 2 then 359 else 0 end) // 360 * 360
    end)::integer as duration_minutes,
    count(*)::integer as alerts_n
  from timed
  group by all
)
select
  month,
  partner::varchar as partner,
  threat_type::varchar as threat_type,
  case milestone when 1 then 'acknowledged' when 2 then 'shared' else 'acted' end as milestone,
  case state when 2 then 'closed' else 'open' end as status,
  duration_minutes,
  case state when 0 then 0 else alerts_n end as alerts_n,
  case state when 0 then alerts_n else 0 end as not_recorded_n
from counted;

-- One row per month, partner, threat and state of the debrief, of alerts closed by the cut-off.
create table alert_debriefs as
with watched as (
  select
    submission_id,
    p.starts,
    p.cut_off + interval 1 day as ends,
    least(as_of, p.cut_off) + interval 1 day as observed_until,
    list_contains(not_recorded, 'closed_at') as closed_unrecorded,
    list_contains(not_recorded, 'closed_at') or list_contains(not_recorded, 'debrief_held')
      as unrecorded
  from submissions
  cross join programme_period p
),
counted as (
  select
    date_trunc('month', alerted_at)::date as month,
    partner,
    threat_type,
    unrecorded,
    debrief_held,
    count(*)::integer as alerts_n
  from incidents join watched using (submission_id)
  where alerted_at >= starts and alerted_at < ends
    and (closed_unrecorded or closed_at < observed_until)
  group by all
)
select
  month,
  partner::varchar as partner,
  threat_type::varchar as threat_type,
  case
    when unrecorded then 'not recorded'
    when debrief_held is null then 'not known'
    when debrief_held then 'held'
    else 'not held'
  end as debrief,
  alerts_n
from counted;
