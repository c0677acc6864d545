-- Disruptions by their final grade: the moderated one, or the recorded one until moderation.
-- Leaves out disruptions that the moderators refused.
select
  month,
  partner,
  threat_type,
  case when moderated_grade = 'not moderated' then recorded_grade else moderated_grade end as grade,
  sum(disruptions_n)::integer as cases_n
from disruption_grades
where standing = 'stands'
group by all
