-- Closed alerts with a joint debrief, out of closed alerts of which it is known.
-- Leaves out alerts whose debrief is not known, and partners that keep no such record.
select
  month,
  partner,
  threat_type,
  sum(case when debrief = 'held' then alerts_n else 0 end)::integer as numerator_n,
  sum(case when debrief in ('held', 'not held') then alerts_n else 0 end)::integer as denominator_n,
  sum(case when debrief = 'not recorded' then alerts_n else 0 end)::integer as not_recorded_n
from alert_debriefs
where debrief <> 'not closed'
group by month, partner, threat_type
