-- Persons who were checked on an alert that proved wrong, out of those whose alert is resolved.
-- Leaves out persons whose alert is not resolved yet.
select
  month,
  partner,
  population_group,
  alert_source as source,
  sum(case person_alert_outcome when 'refuted' then persons_n else 0 end)::integer as numerator_n,
  sum(persons_n)::integer as denominator_n
from person_alerts
where person_alert_outcome in ('confirmed', 'refuted')
group by month, partner, population_group, alert_source
