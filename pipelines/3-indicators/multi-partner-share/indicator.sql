-- Disruptions in which two or more partners took part, out of those of which it is known.
-- Leaves out refused disruptions, and those whose number of partners is not known.
select
  month,
  partner,
  threat_type,
  sum(case when partners_involved = 'several' then disruptions_n else 0 end)::integer as numerator_n,
  sum(disruptions_n)::integer as denominator_n
from disruption_grades
where standing = 'stands' and partners_involved <> 'not known'
group by month, partner, threat_type
