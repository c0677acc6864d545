-- Alerts that were closed neither confirmed nor refuted, out of all closed alerts.
-- Leaves out alerts still open, and partners that keep no such record.
select
  month,
  partner,
  threat_type,
  alert_source,
  population_group,
  sum(case when alert_outcome = 'unresolved' then alerts_n else 0 end)::integer as numerator_n,
  sum(case when alert_outcome <> 'not recorded' then alerts_n else 0 end)::integer as denominator_n,
  sum(case when alert_outcome = 'not recorded' then alerts_n else 0 end)::integer as not_recorded_n
from alert_outcomes
where alert_outcome <> 'not closed'
group by all
