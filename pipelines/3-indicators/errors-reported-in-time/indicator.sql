-- Errors reported by their tenth working day, out of those that had to be.
-- Leaves out recordable errors and those whose tenth working day had not passed; those of partners
-- that do not record the day of the report are counted beside.
select
  month,
  partner,
  sum(case when report_state = 'in time' then errors_n else 0 end)::integer as numerator_n,
  sum(case when report_state in ('in time', 'late') then errors_n else 0 end)::integer
    as denominator_n,
  sum(case when report_state = 'not recorded' then errors_n else 0 end)::integer as not_recorded_n
from error_reports
group by month, partner
