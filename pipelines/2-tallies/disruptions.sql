-- Counts disruptions five times: by grade, by assets restrained, by assets confiscated, by enabler
-- acted on and by collateral harm. Every disruption of the period, a refused one too, stands in
-- exactly one row of each table.
-- Leaves out disruptions validated after the cut-off.

create temp view validated as
select
  d.*,
  date_trunc('month', d.validated_on)::date as month,
  case when d.moderated_grade = 'refused' then 'refused' else 'stands' end as standing,
  list_contains(s.not_recorded, 'enabler') as enabler_unrecorded,
  list_contains(s.not_recorded, 'collateral_harm') as harm_unrecorded
from disruptions d
join submissions s on s.submission_id = d.submission_id
cross join programme_period p
where d.validated_on between p.starts and p.cut_off;

-- An unknown value is counted as unknown, never taken as 0.
create temp macro value_of(assets) as
  case when assets is null then 'unknown' when assets > 0 then 'some' else 'none' end;

-- One row per month, partner, threat, standing, recorded and moderated grade and partners involved.
create table disruption_grades as
select
  month,
  partner,
  threat_type,
  standing,
  grade::varchar as recorded_grade,
  coalesce(moderated_grade::varchar, 'not moderated') as moderated_grade,
  case
    when partners_involved is null then 'not known'
    when partners_involved >= 2 then 'several'
    else 'one'
  end as partners_involved,
  count(*)::integer as disruptions_n
from validated
group by all;

-- One row per month, partner, threat, standing and what is known of assets restrained, with
-- their exact sum.
create table disruption_restraints as
select
  month,
  partner,
  threat_type,
  standing,
  value_of(assets_restrained) as value,
  count(*)::integer as disruptions_n,
  coalesce(sum(assets_restrained), 0)::decimal(38, 2) as restrained_money
from validated
group by all;

-- One row per month, partner, threat, standing and what is known of assets confiscated, with
-- their exact sum.
create table disruption_confiscations as
select
  month,
  partner,
  threat_type,
  standing,
  value_of(assets_confiscated) as value,
  count(*)::integer as disruptions_n,
  coalesce(sum(assets_confiscated), 0)::decimal(38, 2) as confiscated_money
from validated
group by all;

-- One row per month, partner, threat, standing and enabler that was acted on.
create table disruption_enablers as
select
  month,
  partner,
  threat_type,
  standing,
  case
    when enabler_unrecorded then 'not recorded'
    else coalesce(validated.enabler::varchar, 'not known')
  end as enabler,
  count(*)::integer as disruptions_n
from validated
group by all;

-- One row per month, partner, threat, standing and whether collateral harm was recorded.
create table disruption_harms as
select
  month,
  partner,
  threat_type,
  standing,
  case
    when harm_unrecorded then 'not recorded'
    when validated.collateral_harm is null then 'not known'
    when validated.collateral_harm then 'harm'
    else 'no harm'
  end as collateral_harm,
  count(*)::integer as disruptions_n
from validated
group by all;

drop macro value_of;
drop view validated;
