-- Counts the lines of the funding plan twice: with the sum planned, and with the sum committed. Every
-- line of a census of the period stands in exactly one row of each table.
-- Leaves out censuses after the cut-off. The same line in four censuses is counted four times.

create temp view counted as
select
  f.*,
  date_trunc('month', f.census_on)::date as month,
  case when f.for_technology then 'technology' else 'other' end as funding_purpose
from funding f
cross join programme_period p
where f.census_on between p.starts and p.cut_off;

-- One row per month of the census, who submits, horizon, purpose, funder and whether anything is
-- planned, with the exact sum.
create table funding_plans as
select
  month,
  partner,
  funding_horizon,
  funding_purpose,
  funder,
  case when planned_amount > 0 then 'some' else 'none' end as planned,
  count(*)::integer as lines_n,
  sum(planned_amount)::decimal(38, 2) as planned_money
from counted
group by all;

-- One row per month of the census, who submits, horizon, purpose, funder and whether anything is
-- committed, with the exact sum.
create table funding_commitments as
select
  month,
  partner,
  funding_horizon,
  funding_purpose,
  funder,
  case when committed_amount > 0 then 'some' else 'none' end as committed,
  count(*)::integer as lines_n,
  sum(committed_amount)::decimal(38, 2) as committed_money
from counted
group by all;

drop view counted;
