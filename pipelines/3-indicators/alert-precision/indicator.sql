-- Alerts that were confirmed, out of those confirmed or refuted.
-- Leaves out alerts that nobody could resolve or that are still open, and partners that keep no such
-- record.
select
  month,
  partner,
  threat_type,
  origin as alert_source,
  concerned as population_group,
  sum(case when outcome = 'confirmed' then alerts_n else 0 end)::integer as numerator_n,
  sum(case when outcome in ('confirmed', 'refuted') then alerts_n else 0 end)::integer
    as denominator_n,
  sum(case when outcome = 'not recorded' then alerts_n else 0 end)::integer as not_recorded_n
from alert_outcomes
where outcome in ('confirmed', 'refuted', 'not recorded')
group by all
