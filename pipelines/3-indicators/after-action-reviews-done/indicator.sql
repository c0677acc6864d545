-- After-action reviews done, out of those whose planned day has passed.
-- Leaves out partners that do not record the day; what they planned is counted beside.
select
  month,
  partner,
  sum(case when review_state in ('done in time', 'done late') then reviews_n else 0 end)::integer
    as numerator_n,
  sum(case when review_state in ('done in time', 'done late', 'not done') then reviews_n else 0 end)
    ::integer as denominator_n,
  sum(case when review_state = 'not recorded' then reviews_n else 0 end)::integer as not_recorded_n
from review_plans
where review_type = 'after_action'
group by month, partner
