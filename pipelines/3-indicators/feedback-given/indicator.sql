-- Feedback sessions between analysts and the field held, out of those whose planned day has passed.
-- Leaves out partners that do not record the day; what they planned is counted beside.
select
  month,
  partner,
  sector_reach,
  sum(case when session_state = 'held' then sessions_n else 0 end)::integer as numerator_n,
  sum(case when session_state in ('held', 'called off', 'not held') then sessions_n else 0 end)
    ::integer as denominator_n,
  sum(case when session_state = 'not recorded' then sessions_n else 0 end)::integer
    as not_recorded_n
from session_plans
where session_type = 'analyst_field_feedback'
group by month, partner, sector_reach
