-- Red-team findings that were verified as mended and tried again without success, out of those whose
-- day due lies in the twelve months before the cut-off.
-- Leaves out findings due earlier or not yet, recommendations of another source, and partners that do not
-- record verification or the second try; findings of these are counted beside.
select
  (due_month || '-01')::date as month,
  partner,
  recommendation_priority,
  sum(case when finding_state = 'closed' then recommendations_n else 0 end)::integer as numerator_n,
  sum(case when finding_state in ('closed', 'open') then recommendations_n else 0 end)::integer
    as denominator_n,
  sum(case when finding_state = 'not recorded' then recommendations_n else 0 end)::integer
    as not_recorded_n
from recommendation_deadlines
cross join programme_period
where recommendation_source = 'red_team'
  and deadline_state <> 'not due'
  and (due_month || '-01')::date > cut_off - interval 12 month
group by all
