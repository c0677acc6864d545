-- Persons on whom a power was used and found something, of each group and of Group A, by partner
-- and power. Each group's rows carry the whole of Group A, so that like is compared with like.
-- Leaves out persons on whom no power was used, finds not known, and groups not stated.
with used as (
  select
    month,
    partner,
    population_group,
    partner || ' ' || power_used as stratum,
    sum(case find when 'found' then persons_n else 0 end)::integer as found_n,
    sum(case when find in ('found', 'not found') then persons_n else 0 end)::integer as used_n,
    sum(case find when 'not recorded' then persons_n else 0 end)::integer as not_recorded_n
  from person_finds
  where power_used <> 'none' and population_group <> 'not_stated'
  group by all
)
select
  month,
  partner,
  population_group,
  population_group as compared,
  stratum,
  found_n as events_n,
  used_n as trials_n,
  0 as reference_events_n,
  0 as reference_trials_n,
  not_recorded_n
from used
where population_group <> 'group_a'
union all
select month, partner, others.code, others.code, stratum, 0, 0, found_n, used_n, 0
from used
cross join (values ('group_b'), ('group_c'), ('group_d')) as others(code)
where population_group = 'group_a'
