-- Counts financial reports twice: by the use that was made of them, and by days until their first
-- outcome. Every report of the period stands in exactly one row of each table.
-- Leaves out reports received after the cut-off; an outcome after it counts as not yet.

create temp view received as
select
  r.*,
  date_trunc('month', r.received_on)::date as month,
  case
    when report_sector = 'bank' then 'bank'
    when report_sector in ('payment', 'crypto') then 'payment_crypto'
    else 'other'
  end as report_origin,
  least(s.as_of, p.cut_off) as observed_on,
  list_contains(s.not_recorded, 'report_use') as use_unrecorded,
  list_contains(s.not_recorded, 'first_outcome_on') as outcome_unrecorded
from financial_reports r
join submissions s on s.submission_id = r.submission_id
cross join programme_period p
where r.received_on between p.starts and p.cut_off;

-- One row per month of receipt, partner, origin of the report, and whether it was used.
create table financial_report_uses as
select
  month,
  partner,
  report_origin,
  case
    when use_unrecorded then 'not recorded'
    when report_use is null then 'not known'
    when report_use in ('investigation', 'disseminated') then 'used'
    else 'not used'
  end as report_use,
  count(*)::integer as reports_n
from received
group by all;

-- One row per month of receipt, partner, origin, status and days from receipt to the first outcome, or
-- to the last day that the partner's submission speaks of.
create table financial_report_outcomes as
select
  month,
  partner,
  report_origin,
  case
    when outcome_unrecorded then 'not recorded'
    when first_outcome_on <= observed_on then 'closed'
    else 'open'
  end as status,
  case status
    when 'closed' then date_diff('day', received_on, first_outcome_on)
    when 'open' then date_diff('day', received_on, observed_on)
    else 0
  end::integer as duration_days,
  count(*)::integer as reports_n
from received
group by all;

drop view received;
