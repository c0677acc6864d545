-- Upheld complaints with a remedy, out of upheld complaints of which it is known.
-- Leaves out complaints that were not upheld, and upheld ones whose remedy is not known.
select
  month,
  partner,
  right_engaged,
  sum(case when remedy = 'given' then complaints_n else 0 end)::integer as numerator_n,
  sum(complaints_n)::integer as denominator_n
from complaint_closings
where decision in ('upheld', 'partly_upheld') and remedy in ('given', 'none')
group by month, partner, right_engaged
