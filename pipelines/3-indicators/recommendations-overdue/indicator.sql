-- Recommendations overdue at the cut-off, whenever they were made: in the last month that anything
-- was made. And those overdue a year before, at the end of that month, to compare with.
-- Leaves out recommendations of partners that keep no record of verification; they are counted beside.
with last as (
  select
    max(r.month) as month,
    (max(r.month) - interval 12 month)::date as month_before,
    strftime(max(p.cut_off) - interval 12 month, '%Y-%m') as due_before
  from recommendation_deadlines r
  cross join programme_period p
)
select
  last.month,
  partner,
  recommendation_source,
  recommendation_priority,
  body_says,
  sum(case when deadline_state = 'overdue' then recommendations_n else 0 end)::integer as cases_n,
  sum(case when deadline_state = 'not recorded' then recommendations_n else 0 end)::integer
    as not_recorded_n
from recommendation_deadlines
cross join last
group by all
union all
select
  month_before,
  partner,
  recommendation_source,
  recommendation_priority,
  body_says,
  sum(recommendations_n)::integer,
  0
from recommendation_deadlines
cross join last
where deadline_state in ('verified in time', 'verified late', 'overdue')
  and due_month <= due_before
  and (verified_month = 'not verified' or verified_month > due_before)
group by all
