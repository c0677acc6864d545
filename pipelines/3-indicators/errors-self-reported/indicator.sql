-- Errors that the body itself found, out of those of which it is stated who did.
-- Leaves out errors of which it is not stated who found them.
select
  month,
  partner,
  error_cause,
  sum(case when found_by = 'self' then errors_n else 0 end)::integer as numerator_n,
  sum(errors_n)::integer as denominator_n
from error_reports
where found_by <> 'not_stated'
group by month, partner, error_cause
