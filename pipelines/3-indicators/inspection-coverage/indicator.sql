-- Activity categories inspected, out of those that were due for inspection.
-- Leaves out other reviews, and partners that do not record the day; these are counted beside.
select
  month,
  partner,
  review_category,
  sum(case when review_state in ('done in time', 'done late') then reviews_n else 0 end)::integer
    as numerator_n,
  sum(case when review_state in ('done in time', 'done late', 'not done') then reviews_n else 0 end)
    ::integer as denominator_n,
  sum(case when review_state = 'not recorded' then reviews_n else 0 end)::integer as not_recorded_n
from review_plans
where review_type = 'inspection'
group by month, partner, review_category
