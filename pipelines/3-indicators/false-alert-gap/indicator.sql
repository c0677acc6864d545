-- Persons whose alert proved wrong, of each group and of Group A, by the source of the alert. Each
-- group's rows carry the whole of Group A, so that sources are compared as they are.
-- Leaves out alerts not resolved, and persons whose group or source is not stated.
with resolved as (
  select
    month,
    partner,
    population_group,
    alert_source as stratum,
    sum(case person_alert_outcome when 'refuted' then persons_n else 0 end)::integer as refuted_n,
    sum(persons_n)::integer as resolved_n
  from person_alerts
  where person_alert_outcome in ('confirmed', 'refuted')
    and population_group <> 'not_stated'
    and alert_source <> 'not_stated'
  group by all
)
select
  month,
  partner,
  population_group,
  population_group as compared,
  stratum,
  refuted_n as events_n,
  resolved_n as trials_n,
  0 as reference_events_n,
  0 as reference_trials_n
from resolved
where population_group <> 'group_a'
union all
select month, partner, others.code, others.code, stratum, 0, 0, refuted_n, resolved_n
from resolved
cross join (values ('group_b'), ('group_c'), ('group_d')) as others(code)
where population_group = 'group_a'
