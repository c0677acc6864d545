-- Alerts that were confirmed, of each group and of Group A, by the source of the alert. Each group's
-- rows carry the whole of Group A, so that sources are compared as they are.
-- Leaves out alerts not resolved, and alerts whose group or source is not stated or not recorded.
with resolved as (
  select
    month,
    partner,
    concerned as population_group,
    origin as stratum,
    sum(case outcome when 'confirmed' then alerts_n else 0 end)::integer as confirmed_n,
    sum(alerts_n)::integer as resolved_n
  from alert_outcomes
  where outcome in ('confirmed', 'refuted')
    and concerned not in ('not_stated', 'not recorded')
    and origin not in ('not_stated', 'not recorded')
  group by all
)
select
  month,
  partner,
  population_group,
  population_group as compared,
  stratum,
  confirmed_n as events_n,
  resolved_n as trials_n,
  0 as reference_events_n,
  0 as reference_trials_n,
  0 as not_recorded_n
from resolved
where population_group <> 'group_a'
union all
select month, partner, others.code, others.code, stratum, 0, 0, confirmed_n, resolved_n, 0
from resolved
cross join (values ('group_b'), ('group_c'), ('group_d')) as others(code)
where population_group = 'group_a'
union all
select month, partner, others.code, others.code, 'not recorded', 0, 0, 0, 0, sum(alerts_n)::integer
from alert_outcomes
cross join (values ('group_b'), ('group_c'), ('group_d')) as others(code)
where outcome = 'not recorded' or concerned = 'not recorded' or origin = 'not recorded'
group by all
