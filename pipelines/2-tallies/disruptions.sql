-- Counts validated disruptions by grade, moderation and number of partners, and adds up assets.
-- Leaves out disruptions validated after the cut-off; an unknown value is counted, never taken as 0.

-- One row per month, partner, threat, recorded grade, moderated grade and partners involved.
create table disruption_grades as
select
  date_trunc('month', d.validated_on)::date as month,
  d.partner,
  d.threat_type,
  d.grade::varchar as recorded_grade,
  coalesce(d.moderated_grade::varchar, 'not moderated') as moderated_grade,
  case
    when d.partners_involved is null then 'not known'
    when d.partners_involved >= 2 then 'several'
    else 'one'
  end as partners_involved,
  count(*)::integer as disruptions_n
from disruptions d
cross join programme_period p
where d.validated_on between p.starts and p.cut_off
group by all;

-- One row per month, partner and threat: exact sums, and how many values are known, unknown
-- and more than 0.
create table disruption_assets as
select
  date_trunc('month', d.validated_on)::date as month,
  d.partner,
  d.threat_type,
  count(d.assets_restrained)::integer as restrained_known_n,
  (count(*) - count(d.assets_restrained))::integer as restrained_unknown_n,
  count_if(d.assets_restrained > 0)::integer as restrained_positive_n,
  coalesce(sum(d.assets_restrained), 0)::decimal(38, 2) as restrained_money,
  count(d.assets_confiscated)::integer as confiscated_known_n,
  (count(*) - count(d.assets_confiscated))::integer as confiscated_unknown_n,
  count_if(d.assets_confiscated > 0)::integer as confiscated_positive_n,
  coalesce(sum(d.assets_confiscated), 0)::decimal(38, 2) as confiscated_money
from disruptions d
cross join programme_period p
where d.validated_on between p.starts and p.cut_off
  and d.moderated_grade is distinct from 'refused'
group by all;
