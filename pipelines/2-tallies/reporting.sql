-- Counts the months that partners were due to report, by kind of record: reported or not, on time or not.
-- Leaves out months after the cut-off, and kinds that a partner neither submits nor agreed to submit.
create table months_due as
select
  month_on as month,
  partner,
  record_kind,
  reporting_state::varchar as reporting_state,
  timeliness::varchar as timeliness,
  count(*)::integer as months_due_n
from reporting
cross join programme_period p
where month_on between p.starts and p.cut_off
group by all;
