-- Counts forecasts by the probability they were issued with and what became of them.
-- Leaves out forecasts issued after the cut-off; an outcome decided after it counts as not known.

-- One row per month of issue, partner, threat, product, whole per cent and outcome: happened, did
-- not happen, pending (horizon not reached), overdue (horizon passed, nobody has said) or not
-- recorded.
create table forecasts as
select
  date_trunc('month', f.issued_on)::date as month,
  f.partner,
  f.threat_type,
  f.product,
  f.probability_percent::integer as probability_percent,
  case
    when list_has_any(s.not_recorded, ['happened', 'resolved_on']) then 'not recorded'
    when f.resolved_on <= least(s.as_of, p.cut_off) and f.happened then 'happened'
    when f.resolved_on <= least(s.as_of, p.cut_off) then 'did not happen'
    when f.horizon_on < least(s.as_of, p.cut_off) then 'overdue'
    else 'pending'
  end as outcome,
  count(*)::integer as forecasts_n
from predictions f
join submissions s on s.submission_id = f.submission_id
cross join programme_period p
where f.issued_on between p.starts and p.cut_off
group by all;
