-- Counts recommendations and red-team findings twice: by what had become of them when they were due,
-- and by days until somebody independent found them done. Each made in the period stands in exactly
-- one row of each table. Leaves out those made after the cut-off; what happened after it counts as
-- not yet.

create temp view made as
select
  r.*,
  date_trunc('month', r.made_on)::date as month,
  least(s.as_of, p.cut_off) as observed_on,
  list_contains(s.not_recorded, 'implemented_on') as implemented_unrecorded,
  list_contains(s.not_recorded, 'verified_on') as verified_unrecorded,
  list_contains(s.not_recorded, 'retested_on') as retested_unrecorded
from recommendations r
join submissions s on s.submission_id = r.submission_id
cross join programme_period p
where r.made_on between p.starts and p.cut_off;

-- One row per month made, partner, source, priority, month due, what became of it by the day due,
-- month verified, what the body says of it and, of a red-team finding, whether it is closed: verified
-- and tried again. Months other than the first are text, so that they are labels.
create table recommendation_deadlines as
select
  month,
  partner,
  recommendation_source,
  recommendation_priority,
  strftime(due_on, '%Y-%m') as due_month,
  case
    when verified_unrecorded then 'not recorded'
    when due_on > observed_on then 'not due'
    when verified_on <= due_on then 'verified in time'
    when verified_on <= observed_on then 'verified late'
    else 'overdue'
  end as deadline_state,
  case
    when verified_on <= observed_on then strftime(verified_on, '%Y-%m')
    else 'not verified'
  end as verified_month,
  case
    when implemented_unrecorded then 'not recorded'
    when implemented_on <= observed_on then 'said to be done'
    else 'not done'
  end as body_says,
  case
    when recommendation_source <> 'red_team' then 'no finding'
    when verified_unrecorded or retested_unrecorded then 'not recorded'
    when greatest(verified_on, retested_on) <= observed_on
      and verified_on is not null and retested_on is not null then 'closed'
    else 'open'
  end as finding_state,
  count(*)::integer as recommendations_n
from made
group by all;

-- One row per month made, partner, source, priority, status and days from made to verified, or the
-- age of one that is not, on the last day that its partner's file speaks of.
create table recommendation_closings as
select
  month,
  partner,
  recommendation_source,
  recommendation_priority,
  case
    when verified_unrecorded then 'not recorded'
    when verified_on <= observed_on then 'closed'
    else 'open'
  end as status,
  case status
    when 'closed' then date_diff('day', made_on, verified_on)
    when 'open' then date_diff('day', made_on, observed_on)
    else 0
  end::integer as duration_days,
  count(*)::integer as recommendations_n
from made
group by all;

drop view made;
