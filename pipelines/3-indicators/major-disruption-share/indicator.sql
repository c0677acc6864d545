-- Disruptions whose final grade is major, out of all that stand after moderation.
-- Leaves out disruptions that the moderators refused.
select
  month,
  partner,
  threat_type,
  sum(case
    when moderated_grade = 'major' then disruptions_n
    when moderated_grade = 'not moderated' and recorded_grade = 'major' then disruptions_n
    else 0
  end)::integer as numerator_n,
  sum(disruptions_n)::integer as denominator_n
from disruption_grades
where standing = 'stands'
group by month, partner, threat_type
