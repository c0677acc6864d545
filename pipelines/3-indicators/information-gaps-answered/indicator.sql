-- Alerts whose flagged information gap was answered, out of alerts with a flagged gap.
-- Leaves out alerts without a flagged gap, and partners that keep no such record.
select
  month,
  partner,
  threat_type,
  sum(case when gap = 'answered' then alerts_n else 0 end)::integer as numerator_n,
  sum(case when gap in ('answered', 'flagged') then alerts_n else 0 end)::integer as denominator_n,
  sum(case when gap = 'not recorded' then alerts_n else 0 end)::integer as not_recorded_n
from alert_gaps
where gap <> 'none flagged'
group by month, partner, threat_type
