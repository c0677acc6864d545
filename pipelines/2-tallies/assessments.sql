-- Counts joint threat assessments by how many sectors took part, their words and whether they were
-- shared. Leaves out assessments issued after the cut-off; what was shared after it is not shared.

-- One row per month of issue, partner, threat, sectors, wording and sharing.
create table threat_assessments as
select
  date_trunc('month', a.issued_on)::date as month,
  a.partner,
  a.threat_type,
  case
    when a.sectors_taking_part >= 3 then 'three or more'
    when a.sectors_taking_part = 2 then 'two'
    else 'one'
  end as sector_reach,
  case
    when list_contains(s.not_recorded, 'terminology_common') then 'not recorded'
    when a.terminology_common is null then 'not known'
    when a.terminology_common then 'common'
    else 'own'
  end as wording,
  case
    when list_contains(s.not_recorded, 'shared_on') then 'not recorded'
    when a.shared_on <= least(s.as_of, p.cut_off) then 'shared'
    else 'not shared'
  end as sharing,
  count(*)::integer as assessments_n
from assessments a
join submissions s on s.submission_id = a.submission_id
cross join programme_period p
where a.issued_on between p.starts and p.cut_off
group by all;
