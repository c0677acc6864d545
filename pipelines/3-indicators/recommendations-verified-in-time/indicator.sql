-- Recommendations that were independently verified by the day due, out of those whose day due has
-- passed, in the month in which they were due.
-- Leaves out recommendations not due yet, and partners that keep no record of verification; what was
-- addressed to these is counted beside.
select
  (due_month || '-01')::date as month,
  partner,
  recommendation_source,
  recommendation_priority,
  sum(case when deadline_state = 'verified in time' then recommendations_n else 0 end)::integer
    as numerator_n,
  sum(case when deadline_state <> 'not recorded' then recommendations_n else 0 end)::integer
    as denominator_n,
  sum(case when deadline_state = 'not recorded' then recommendations_n else 0 end)::integer
    as not_recorded_n
from recommendation_deadlines
where deadline_state <> 'not due'
group by all
