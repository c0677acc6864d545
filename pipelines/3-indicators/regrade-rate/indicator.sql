-- Disruptions whose grade changed or was refused at moderation, out of those moderated.
-- Leaves out disruptions that are still to be moderated.
select
  month,
  partner,
  threat_type,
  sum(case when moderated_grade <> recorded_grade then disruptions_n else 0 end)::integer
    as numerator_n,
  sum(disruptions_n)::integer as denominator_n
from disruption_grades
where moderated_grade <> 'not moderated'
group by month, partner, threat_type
