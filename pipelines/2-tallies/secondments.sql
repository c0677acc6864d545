-- Counts secondments twice: by the sector that receives, and by days from the first to the last day.
-- Every secondment begun in the period stands in exactly one row of each table.
-- Leaves out those begun after the cut-off; one that ended after it still runs.

create temp view begun as
select
  x.*,
  date_trunc('month', x.began_on)::date as month,
  least(s.as_of, p.cut_off) as observed_on,
  list_contains(s.not_recorded, 'ended_on') as ended_unrecorded
from secondments x
join submissions s on s.submission_id = x.submission_id
cross join programme_period p
where x.began_on between p.starts and p.cut_off;

-- One row per month begun, partner and the sector that receives.
create table secondment_hosts as
select month, partner, host_sector, count(*)::integer as secondments_n
from begun
group by all;

-- One row per month begun, partner, status and days, the first and the last both counted.
create table secondment_lengths as
select
  month,
  partner,
  case
    when ended_unrecorded then 'not recorded'
    when ended_on <= observed_on then 'closed'
    else 'open'
  end as status,
  case status
    when 'closed' then date_diff('day', began_on, ended_on) + 1
    when 'open' then date_diff('day', began_on, observed_on) + 1
    else 0
  end::integer as duration_days,
  count(*)::integer as secondments_n
from begun
group by all;

drop view begun;
