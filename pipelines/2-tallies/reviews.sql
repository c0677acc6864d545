-- Counts reviews that were planned, by whether they were done by the day planned, and whether they
-- were published within 120 days of being done.
-- Leaves out reviews planned for after the cut-off; what happened after it counts as not yet.

create temp view planned as
select
  r.*,
  least(s.as_of, p.cut_off) as observed_on,
  list_contains(s.not_recorded, 'done_on') as done_unrecorded,
  list_contains(s.not_recorded, 'published_on') as published_unrecorded
from reviews r
join submissions s on s.submission_id = r.submission_id
cross join programme_period p
where r.planned_on between p.starts and p.cut_off;

-- One row per month planned, partner, kind of review, activity category, state and publication. A
-- review planned for after the last day that its partner's file speaks of is not due.
create table review_plans as
select
  date_trunc('month', planned_on)::date as month,
  partner,
  review_type,
  review_category,
  case
    when done_unrecorded then 'not recorded'
    when planned_on > observed_on then 'not due'
    when done_on <= planned_on then 'done in time'
    when done_on <= observed_on then 'done late'
    else 'not done'
  end as review_state,
  case
    when published_unrecorded then 'not recorded'
    when review_state not in ('done in time', 'done late') then 'nothing to publish'
    when done_on + 120 > observed_on then 'too early to say'
    when published_on <= done_on + 120 then 'published in time'
    else 'not published in time'
  end as publication,
  count(*)::integer as reviews_n
from planned
group by all;

drop view planned;
