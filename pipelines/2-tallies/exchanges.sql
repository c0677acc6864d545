-- Counts requests three times: by how long each took to be executed, by what safeguards are on file,
-- and by whether rights stood in its way. Every request of the period stands in exactly one row of
-- each table. Leaves out requests after the cut-off; what happened after it counts as not yet.

create temp view requested as
select
  e.*,
  date_trunc('month', e.requested_on)::date as month,
  least(s.as_of, p.cut_off) as observed_on,
  case
    when list_contains(s.not_recorded, 'concluded_on') then 'not recorded'
    when list_contains(s.not_recorded, 'exchange_outcome') then 'not recorded'
    when e.concluded_on <= observed_on then e.exchange_outcome::varchar
    else 'open'
  end as reached,
  list_contains(s.not_recorded, 'legal_basis_documented')
    or list_contains(s.not_recorded, 'proportionality_reviewed') as safeguards_unrecorded
from exchanges e
join submissions s on s.submission_id = e.submission_id
cross join programme_period p
where e.requested_on between p.starts and p.cut_off;

-- One row per month of request, partner, direction, sector of the counterpart, urgency, age, status
-- and days. The age is the highest of 0, 30, 90 and 180 days that had passed since the request: a
-- limit is held against requests that are old enough, however soon they were executed. The days run
-- from request to execution, or for an open one to the last day that its partner's file speaks of.
create table exchange_executions as
select
  month,
  partner,
  request_direction::varchar as request_direction,
  counterpart_sector::varchar as counterpart_sector,
  request_urgency::varchar as request_urgency,
  case
    when observed_on >= requested_on + 180 then '180'
    when observed_on >= requested_on + 90 then '90'
    when observed_on >= requested_on + 30 then '30'
    else '0'
  end as age_band,
  case
    when reached in ('executed', 'conditioned_on_rights') then 'closed'
    when reached in ('open', 'not recorded') then reached
    else 'not executed'
  end as status,
  case status
    when 'closed' then date_diff('day', requested_on, concluded_on)
    when 'open' then date_diff('day', requested_on, observed_on)
    else 0
  end::integer as duration_days,
  count(*)::integer as requests_n
from requested
group by all;

-- One row per month of request, partner and state of the file: one safeguard that is known to be
-- missing is enough for "incomplete".
create table exchange_safeguards as
select
  month,
  partner,
  case
    when safeguards_unrecorded then 'not recorded'
    when legal_basis_documented and proportionality_reviewed then 'both on file'
    when not legal_basis_documented or not proportionality_reviewed then 'incomplete'
    else 'not known'
  end as safeguards,
  count(*)::integer as requests_n
from requested
group by all;

-- One row per month of request, partner and what rights did to the request: those that are open or
-- were withdrawn have not been assessed.
create table exchange_decisions as
select
  month,
  partner,
  case
    when reached = 'not recorded' then 'not recorded'
    when reached in ('open', 'withdrawn') then 'not assessed'
    when reached in ('refused_on_rights', 'conditioned_on_rights') then 'on rights grounds'
    else 'on other grounds'
  end as assessment,
  count(*)::integer as requests_n
from requested
group by all;

drop view requested;
