-- Counts requests six times: by days to their execution; by whether that came within ninety days; by
-- age at the end of a year, if open then; by what safeguards are on file; by whether rights stood in the way; and by whether
-- the counterpart is of the state. Every request of the period stands in exactly one row of each
-- table. Leaves out requests after the cut-off; what happened after it counts as not yet.

create temp view requested as
select
  e.*,
  date_trunc('month', e.requested_on)::date as month,
  least(s.as_of, p.cut_off) as observed_on,
  -- The end of the twelve months, counted back from the cut-off, in which it was made.
  last_day(
    p.cut_off - to_months((date_diff('month', month, p.cut_off) // 12 * 12)::integer)
  ) as year_ends_on,
  case
    when list_contains(s.not_recorded, 'concluded_on') then 'not recorded'
    when list_contains(s.not_recorded, 'exchange_outcome') then 'not recorded'
    when e.concluded_on > observed_on or e.concluded_on is null then 'open'
    when e.exchange_outcome in ('executed', 'conditioned_on_rights') then 'closed'
    else 'not executed'
  end as status,
  list_contains(s.not_recorded, 'legal_basis_documented')
    or list_contains(s.not_recorded, 'proportionality_reviewed') as safeguards_unrecorded
from exchanges e
join submissions s on s.submission_id = e.submission_id
cross join programme_period p
where e.requested_on between p.starts and p.cut_off;

-- One row per month of request, partner, direction, urgency, sector of the counterpart, status and
-- days from request to execution; of an open one, to the last day that its partner's file speaks of.
create table exchange_executions as
select
  month,
  partner,
  request_direction::varchar as request_direction,
  request_urgency::varchar as request_urgency,
  counterpart_sector::varchar as counterpart_sector,
  status,
  case status
    when 'closed' then date_diff('day', requested_on, concluded_on)
    when 'open' then date_diff('day', requested_on, observed_on)
    else 0
  end::integer as duration_days,
  count(*)::integer as requests_n
from requested
group by all;

-- One row per month of request, partner, urgency and state. Not due until ninety days have passed,
-- even where the request was executed before, so that recent months do not look better than they are.
create table exchange_terms as
select
  month,
  partner,
  request_urgency::varchar as request_urgency,
  case
    when status in ('not executed', 'not recorded') then status
    when observed_on < requested_on + 90 then 'not due'
    when status = 'closed' and concluded_on <= requested_on + 90 then 'in time'
    else 'late'
  end as term_state,
  count(*)::integer as requests_n
from requested
group by all;

-- One row per month of request, partner, state at the end of its twelve months and age then: the
-- highest of 0, 30, 90 and 180 days that had passed since the request. Each year is counted at its
-- own end: else the open ones of an earlier year would only become fewer.
create table exchange_ages as
select
  month,
  partner,
  case
    when status = 'not recorded' then status
    when concluded_on <= least(observed_on, year_ends_on) then 'ended'
    else 'open'
  end as state_then,
  case
    when state_then <> 'open' then 'none'
    when least(observed_on, year_ends_on) >= requested_on + 180 then '180'
    when least(observed_on, year_ends_on) >= requested_on + 90 then '90'
    when least(observed_on, year_ends_on) >= requested_on + 30 then '30'
    else '0'
  end as age_band,
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
create table exchange_assessments as
select
  month,
  partner,
  case
    when status = 'not recorded' then status
    when status = 'open' or exchange_outcome = 'withdrawn' then 'not assessed'
    when exchange_outcome in ('refused_on_rights', 'conditioned_on_rights') then 'on rights grounds'
    else 'on other grounds'
  end as assessment,
  count(*)::integer as requests_n
from requested
group by all;

-- One row per month of request, partner and whether the counterpart is one of the state's own bodies.
create table exchange_counterparts as
select
  month,
  partner,
  case
    when counterpart_sector = 'not_stated' then 'not stated'
    when counterpart_sector in ('private', 'civil_society', 'regional') then 'beyond the state'
    else 'of the state'
  end as counterpart,
  count(*)::integer as requests_n
from requested
group by all;

drop view requested;
