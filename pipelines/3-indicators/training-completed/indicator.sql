-- Staff in scope for a module that completed it, out of those for whom it has fallen due.
-- Leaves out modules not due yet, and partners that do not record completion; counted beside.
select
  month,
  partner,
  training_module,
  sum(case when training_state in ('in date', 'lapsed', 'validity not recorded')
    then trainings_n else 0 end)::integer as numerator_n,
  sum(case when training_state = 'not recorded' then 0 else trainings_n end)::integer
    as denominator_n,
  sum(case when training_state = 'not recorded' then trainings_n else 0 end)::integer
    as not_recorded_n
from training_dues
where training_state <> 'not due'
group by month, partner, training_module
