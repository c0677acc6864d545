-- Months that were reported by the day on which they were due, out of all that were due.
-- Leaves out months after the cut-off; a month that was never reported counts as not on time.
select
  month,
  partner,
  record_kind,
  sum(case when timeliness = 'on_time' then months_due_n else 0 end)::integer as numerator_n,
  sum(months_due_n)::integer as denominator_n
from months_due
group by month, partner, record_kind
