-- Counts errors by cause, by who found them and by whether the overseer was told in time.
-- Leaves out errors found after the cut-off; a report after it counts as not made yet.

create temp view found as
select
  e.*,
  least(s.as_of, p.cut_off) as observed_on,
  list_contains(s.not_recorded, 'reported_on') as report_unrecorded,
  -- The tenth working day after it: two weeks, counted from Friday where it was found at a weekend.
  e.found_on + 14 - greatest(isodow(e.found_on) - 5, 0)::integer as report_due_on
from errors e
join submissions s on s.submission_id = e.submission_id
cross join programme_period p
where e.found_on between p.starts and p.cut_off;

-- One row per month of finding, partner, cause, finder and state of the report. A recordable error
-- stays on file and need not be reported. Not due until the tenth working day has passed, even where
-- the report came before, so that recent months do not look better than they are.
create table error_reports as
select
  date_trunc('month', found_on)::date as month,
  partner,
  error_cause::varchar as error_cause,
  found_by::varchar as found_by,
  case
    when error_severity = 'recordable' then 'not required'
    when report_unrecorded then 'not recorded'
    when observed_on < report_due_on then 'not due'
    when reported_on <= report_due_on then 'in time'
    else 'late'
  end as report_state,
  count(*)::integer as errors_n
from found
group by all;

drop view found;
