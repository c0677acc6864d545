-- Counts complaints by how long each milestone took in whole days, and by decision and remedy.
-- Leaves out complaints received after the cut-off; what happened after it counts as not yet.

-- One row per month of receipt, partner, right, milestone, status and days. An open complaint is
-- counted with its age on the last day that its partner's submission speaks of. Complaints of
-- partners that do not record a milestone are counted beside, in not_recorded_n.
create table complaint_milestones as
with observed as (
  select
    c.partner,
    c.right_engaged,
    c.received_on,
    c.acknowledged_on,
    c.closed_on,
    least(s.as_of, p.cut_off) as observed_on,
    list_contains(s.not_recorded, 'acknowledged_on') as acknowledged_unrecorded,
    list_contains(s.not_recorded, 'closed_on') as closed_unrecorded
  from complaints c
  join submissions s on s.submission_id = c.submission_id
  cross join programme_period p
  where c.received_on between p.starts and p.cut_off
),
milestones as (
  select partner, right_engaged, received_on, observed_on, 'acknowledged' as milestone,
    acknowledged_on as reached_on, acknowledged_unrecorded as unrecorded
  from observed
  union all
  select partner, right_engaged, received_on, observed_on, 'closed', closed_on, closed_unrecorded
  from observed
)
select
  date_trunc('month', received_on)::date as month,
  partner,
  right_engaged,
  milestone,
  case when reached_on <= observed_on and not unrecorded then 'closed' else 'open' end as status,
  (case
    when unrecorded then 0
    when reached_on <= observed_on then date_diff('day', received_on, reached_on)
    else date_diff('day', received_on, observed_on)
  end)::integer as duration_days,
  sum(case when unrecorded then 0 else 1 end)::integer as complaints_n,
  sum(case when unrecorded then 1 else 0 end)::integer as not_recorded_n
from milestones
group by all;

-- One row per month of receipt, partner, right, decision and remedy.
create table complaint_outcomes as
select
  date_trunc('month', c.received_on)::date as month,
  c.partner,
  c.right_engaged,
  case
    when c.closed_on <= least(s.as_of, p.cut_off) then c.decision::varchar
    else 'not decided'
  end as decision,
  case
    when c.closed_on is null or c.closed_on > least(s.as_of, p.cut_off) then 'not due'
    when c.remedy is null then 'not known'
    when c.remedy = 'none' then 'none'
    else 'given'
  end as remedy,
  count(*)::integer as complaints_n
from complaints c
join submissions s on s.submission_id = c.submission_id
cross join programme_period p
where c.received_on between p.starts and p.cut_off
group by all;
