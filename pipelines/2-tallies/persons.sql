-- Counts persons who were checked three times: by what became of the alert, by whether a power was
-- used on them, and by whether it found something. Every person stands in one row of each table.
-- Leaves out checks after the cut-off.

create temp view checked as
select
  c.*,
  date_trunc('month', c.checked_on)::date as month,
  list_contains(s.not_recorded, 'found') as found_unrecorded
from persons c
join submissions s on s.submission_id = c.submission_id
cross join programme_period p
where c.checked_on between p.starts and p.cut_off;

-- One row per month, partner, group, source of the alert and what became of the alert.
create table person_alerts as
select
  month,
  partner,
  population_group::varchar as population_group,
  alert_source::varchar as alert_source,
  person_alert_outcome::varchar as person_alert_outcome,
  count(*)::integer as persons_n
from checked
group by all;

-- One row per month, partner, group, source of the alert and whether any power was used.
create table person_powers as
select
  month,
  partner,
  population_group::varchar as population_group,
  alert_source::varchar as alert_source,
  case power_used when 'none' then 'none' else 'some' end as power,
  count(*)::integer as persons_n
from checked
group by all;

-- One row per month, partner, group, the power that was used and whether it found something.
create table person_finds as
select
  month,
  partner,
  population_group::varchar as population_group,
  power_used::varchar as power_used,
  case
    when power_used = 'none' then 'no power used'
    when found_unrecorded then 'not recorded'
    when checked.found is null then 'not known'
    when checked.found then 'found'
    else 'not found'
  end as find,
  count(*)::integer as persons_n
from checked
group by all;

drop view checked;
