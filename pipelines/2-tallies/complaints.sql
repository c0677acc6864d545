-- Counts complaints three times: by days until acknowledgement, by days until closing with decision
-- and remedy, and by what a review decided. Every complaint of the period stands in exactly one row
-- of each table.
-- Leaves out complaints received after the cut-off; what happened after it counts as not yet.

create temp view received as
select
  c.*,
  date_trunc('month', c.received_on)::date as month,
  least(s.as_of, p.cut_off) as observed_on,
  list_contains(s.not_recorded, 'acknowledged_on') as acknowledged_unrecorded,
  list_contains(s.not_recorded, 'closed_on') as closed_unrecorded,
  list_has_any(s.not_recorded, ['review_asked_on', 'review_decision', 'review_decided_on'])
    as review_unrecorded
from complaints c
join submissions s on s.submission_id = c.submission_id
cross join programme_period p
where c.received_on between p.starts and p.cut_off;

-- A partner that keeps no record of a day says neither that it came nor that it is awaited.
create temp macro status_of(reached_on, unrecorded, observed_on) as
  case
    when unrecorded then 'not recorded'
    when reached_on <= observed_on then 'closed'
    else 'open'
  end;

-- The age of an open complaint runs to the last day that its partner's submission speaks of.
create temp macro days_of(status, received_on, reached_on, observed_on) as
  case status
    when 'closed' then date_diff('day', received_on, reached_on)
    when 'open' then date_diff('day', received_on, observed_on)
    else 0
  end;

-- One row per month of receipt, partner, right, status and days from receipt to acknowledgement.
create table complaint_acknowledgements as
select
  month,
  partner,
  right_engaged,
  status_of(acknowledged_on, acknowledged_unrecorded, observed_on) as status,
  days_of(status, received_on, acknowledged_on, observed_on)::integer as duration_days,
  count(*)::integer as complaints_n
from received
group by all;

-- One row per month of receipt, partner, right, status, days from receipt to closing, decision and
-- remedy.
create table complaint_closings as
select
  month,
  partner,
  right_engaged,
  status_of(closed_on, closed_unrecorded, observed_on) as status,
  days_of(status, received_on, closed_on, observed_on)::integer as duration_days,
  case
    when status <> 'closed' then 'not decided'
    else coalesce(received.decision::varchar, 'not recorded')
  end as decision,
  case
    when status <> 'closed' then 'not due'
    when received.remedy is null then 'not known'
    when received.remedy = 'none' then 'none'
    else 'given'
  end as remedy,
  count(*)::integer as complaints_n
from received
group by all;

-- One row per month of receipt, partner, right and state of the review of its handling.
create table complaint_reviews as
select
  month,
  partner,
  right_engaged,
  case
    when review_unrecorded then 'not recorded'
    when review_decided_on <= observed_on then received.review_decision::varchar
    when review_asked_on <= observed_on then 'not decided'
    else 'not asked for'
  end as review,
  count(*)::integer as complaints_n
from received
group by all;

drop macro days_of;
drop macro status_of;
drop view received;
