-- Rows that were accepted, out of all that partners sent but for exact repeats.
-- Leaves out files that were replaced, and rows that do not say which partner they are from.
select
  month,
  partner,
  sum(case when row_outcome = 'accepted' then rows_n else 0 end)::integer as numerator_n,
  sum(case when row_outcome <> 'repeat' then rows_n else 0 end)::integer as denominator_n
from delivery_outcomes
group by month, partner
