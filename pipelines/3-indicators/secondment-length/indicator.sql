-- Secondments by days, the first and the last both counted, or by their days so far while they run.
-- Leaves out secondments of partners that do not record the end; they are counted beside.
select
  month,
  partner,
  case status when 'closed' then 'closed' else 'open' end as status,
  duration_days,
  sum(case status when 'not recorded' then 0 else secondments_n end)::integer as cases_n,
  sum(case status when 'not recorded' then secondments_n else 0 end)::integer as not_recorded_n
from secondment_lengths
group by all
