-- Counts what was raised with the programme by what became of it: issues by whether an answer was
-- published within 60 days, leads of liaisons by whether they were acted on within 30.
-- Leaves out what was raised after the cut-off; what happened after it counts as not yet.

create temp view raised as
select
  e.*,
  least(s.as_of, p.cut_off) as observed_on,
  case engagement_matter when 'issue' then 60 else 30 end as days_given,
  case engagement_matter when 'issue' then answer_published_on else lead_acted_on end as followed_on,
  list_contains(
    s.not_recorded,
    case engagement_matter when 'issue' then 'answer_published_on' else 'lead_acted_on' end
  ) as is_unrecorded
from engagements e
join submissions s on s.submission_id = e.submission_id
cross join programme_period p
where e.raised_on between p.starts and p.cut_off;

-- One row per month, partner, who raised it, what it was, and what became of it in time. It is due
-- when its days have passed, so that quick answers do not count before slow ones can.
create table engagement_follow_ups as
select
  date_trunc('month', raised_on)::date as month,
  partner,
  raised_by::varchar as raised_by,
  engagement_matter::varchar as engagement_matter,
  case
    when is_unrecorded then 'not recorded'
    when raised_on + days_given > observed_on then 'not due'
    when followed_on <= raised_on + days_given then 'in time'
    else 'not in time'
  end as follow_up,
  count(*)::integer as engagements_n
from raised
group by all;

drop view raised;
