-- Persons checked on whom a power was used, of each group and of Group A, by the source of the
-- alert. Each group's rows carry the whole of Group A, so that sources are compared as they are.
-- Leaves out persons whose group or alert's source is not stated.
with checked as (
  select
    month,
    partner,
    population_group,
    alert_source as stratum,
    sum(case power when 'some' then persons_n else 0 end)::integer as power_n,
    sum(persons_n)::integer as checked_n
  from person_powers
  where population_group <> 'not_stated' and alert_source <> 'not_stated'
  group by all
)
select
  month,
  partner,
  population_group,
  population_group as compared,
  stratum,
  power_n as events_n,
  checked_n as trials_n,
  0 as reference_events_n,
  0 as reference_trials_n
from checked
where population_group <> 'group_a'
union all
select month, partner, others.code, others.code, stratum, 0, 0, power_n, checked_n
from checked
cross join (values ('group_b'), ('group_c'), ('group_d')) as others(code)
where population_group = 'group_a'
