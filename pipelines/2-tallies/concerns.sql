-- Counts concerns three times: by acknowledgement within five working days, by whether the outcome
-- was told, and by whether detriment was reported. Every concern stands in one row of each table.
-- Leaves out concerns raised after the cut-off; what happened after it counts as not yet.

create temp view raised as
select
  c.*,
  date_trunc('month', c.raised_on)::date as month,
  least(s.as_of, p.cut_off) as observed_on,
  -- Five working days, Monday to Friday, are seven days; from a weekend they run to Friday.
  raised_on + 7 - greatest(isodow(raised_on) - 5, 0)::integer as due_on,
  list_contains(s.not_recorded, 'acknowledged_on') as acknowledged_unrecorded,
  list_contains(s.not_recorded, 'concern_closed_on') as closed_unrecorded,
  list_contains(s.not_recorded, 'outcome_told') as told_unrecorded,
  list_contains(s.not_recorded, 'detriment_reported') as detriment_unrecorded
from concerns c
join submissions s on s.submission_id = c.submission_id
cross join programme_period p
where c.raised_on between p.starts and p.cut_off;

-- One row per month, partner, channel and state of the acknowledgement. It is due when its days
-- have passed, so that quick ones do not count before slow ones can.
create table concern_acknowledgements as
select
  month,
  partner,
  concern_channel::varchar as concern_channel,
  case
    when acknowledged_unrecorded then 'not recorded'
    when due_on > observed_on then 'not due'
    when acknowledged_on <= due_on then 'in time'
    else 'not in time'
  end as acknowledgement,
  count(*)::integer as concerns_n
from raised
group by all;

-- One row per month, partner, channel and whether the person was told what came of it.
create table concern_outcomes as
select
  month,
  partner,
  concern_channel::varchar as concern_channel,
  case
    when closed_unrecorded or told_unrecorded then 'not recorded'
    when concern_closed_on is null or concern_closed_on > observed_on then 'not closed'
    when outcome_told is null then 'not known'
    when outcome_told then 'told'
    else 'not told'
  end as telling,
  count(*)::integer as concerns_n
from raised
group by all;

-- One row per month, partner, channel and whether the person reported detriment.
create table concern_detriments as
select
  month,
  partner,
  concern_channel::varchar as concern_channel,
  case
    when detriment_unrecorded then 'not recorded'
    when detriment_reported is null then 'not known'
    when detriment_reported then 'reported'
    else 'not reported'
  end as detriment,
  count(*)::integer as concerns_n
from raised
group by all;

drop view raised;
