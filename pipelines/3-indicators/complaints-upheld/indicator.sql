-- Complaints upheld in full or in part, out of those decided on their substance.
-- Leaves out complaints not decided yet, those that were withdrawn, and partners that keep no record
-- of decisions; their closed complaints are counted beside.
select
  month,
  partner,
  right_engaged,
  sum(case when decision in ('upheld', 'partly_upheld') then complaints_n else 0 end)::integer
    as numerator_n,
  sum(case when decision <> 'not recorded' then complaints_n else 0 end)::integer
    as denominator_n,
  sum(case when decision = 'not recorded' then complaints_n else 0 end)::integer
    as not_recorded_n
from complaint_closings
where decision in ('upheld', 'partly_upheld', 'not_upheld', 'not recorded')
group by month, partner, right_engaged
