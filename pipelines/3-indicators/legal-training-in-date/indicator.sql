-- Staff in scope whose training in legal authority is in date at the cut-off, out of those for whom
-- it fell due in the twelve months before.
-- Leaves out training due earlier, which has fallen due again since, or not yet; and partners that record no completion or no validity; theirs is
-- counted beside.
select
  month,
  partner,
  sum(case when training_state = 'in date' then trainings_n else 0 end)::integer as numerator_n,
  sum(case when training_state in ('in date', 'lapsed', 'not completed') then trainings_n else 0 end)
    ::integer as denominator_n,
  sum(case when training_state in ('not recorded', 'validity not recorded')
    then trainings_n else 0 end)::integer as not_recorded_n
from training_dues
cross join programme_period
where module_about = 'law'
  and training_state <> 'not due'
  and month > cut_off - interval 12 month
group by month, partner
