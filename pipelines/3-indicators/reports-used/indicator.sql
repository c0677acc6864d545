-- Financial reports that were used in an investigation or passed on, out of all received.
-- Leaves out reports whose use is not known; those of partners that keep no record of it are counted
-- beside.
select
  month,
  partner,
  report_origin,
  sum(case report_use when 'used' then reports_n else 0 end)::integer as numerator_n,
  sum(case report_use when 'not recorded' then 0 else reports_n end)::integer as denominator_n,
  sum(case report_use when 'not recorded' then reports_n else 0 end)::integer as not_recorded_n
from financial_report_uses
where report_use <> 'not known'
group by month, partner, report_origin
