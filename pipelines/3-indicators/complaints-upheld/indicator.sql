-- Complaints upheld in full or in part, out of those decided on their substance.
-- Leaves out complaints not decided yet, and those that were withdrawn.
select
  month,
  partner,
  right_engaged,
  sum(case when decision in ('upheld', 'partly_upheld') then complaints_n else 0 end)::integer
    as numerator_n,
  sum(complaints_n)::integer as denominator_n
from complaint_closings
where decision in ('upheld', 'partly_upheld', 'not_upheld')
group by month, partner, right_engaged
