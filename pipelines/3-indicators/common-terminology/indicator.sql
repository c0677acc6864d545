-- Rows that came in the common columns and codes, out of all rows received.
-- Leaves out files that were replaced, and rows that do not say which partner they are from.
select
  month,
  partner,
  sum(case when terminology = 'common' then rows_n else 0 end)::integer as numerator_n,
  sum(rows_n)::integer as denominator_n
from delivery_terms
group by month, partner
