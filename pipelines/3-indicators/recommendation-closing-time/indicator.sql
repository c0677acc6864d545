-- Recommendations by whole days from the day made to independent verification, or by age while that
-- is still to come.
-- Leaves out recommendations of partners that keep no record of it; they are counted beside.
select
  month,
  partner,
  recommendation_source,
  recommendation_priority,
  case status when 'closed' then 'closed' else 'open' end as status,
  duration_days,
  sum(case status when 'not recorded' then 0 else recommendations_n end)::integer as cases_n,
  sum(case status when 'not recorded' then recommendations_n else 0 end)::integer as not_recorded_n
from recommendation_closings
group by all
