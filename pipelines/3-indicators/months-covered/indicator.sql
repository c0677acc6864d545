-- Months that partners have reported, out of all that they were due to report, by kind of record.
-- Leaves out months after the cut-off, and kinds that a partner neither submits nor agreed to submit.
select
  month,
  partner,
  record_kind,
  sum(case when reporting_state = 'covered' then months_due_n else 0 end)::integer as numerator_n,
  sum(months_due_n)::integer as denominator_n
from months_due
group by month, partner, record_kind
