-- Alerts that were closed neither confirmed nor refuted, out of all closed alerts.
-- Leaves out alerts still open, and partners that keep no such record.
select
  month,
  partner,
  threat_type,
  origin as alert_source,
  concerned as population_group,
  sum(case when outcome = 'unresolved' then alerts_n else 0 end)::integer as numerator_n,
  sum(case when outcome <> 'not recorded' then alerts_n else 0 end)::integer as denominator_n,
  sum(case when outcome = 'not recorded' then alerts_n else 0 end)::integer as not_recorded_n
from alert_outcomes
where outcome <> 'not closed'
group by all
