-- Independent reviews (inspections, evaluations, red-team exercises) done by the day planned, out of
-- those whose planned day has passed.
-- Leaves out after-action reviews, and partners that do not record the day; these are counted beside.
select
  month,
  partner,
  review_type,
  sum(case when review_state = 'done in time' then reviews_n else 0 end)::integer as numerator_n,
  sum(case when review_state in ('done in time', 'done late', 'not done') then reviews_n else 0 end)
    ::integer as denominator_n,
  sum(case when review_state = 'not recorded' then reviews_n else 0 end)::integer as not_recorded_n
from review_plans
where review_type <> 'after_action'
group by month, partner, review_type
