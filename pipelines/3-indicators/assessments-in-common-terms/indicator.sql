-- Joint threat assessments written in the common terminology, out of those of which it is known.
-- Leaves out assessments of which it is not known, and partners that keep no such record.
select
  month,
  partner,
  threat_type,
  sum(case when wording = 'common' then assessments_n else 0 end)::integer as numerator_n,
  sum(case when wording in ('common', 'own') then assessments_n else 0 end)::integer
    as denominator_n,
  sum(case when wording = 'not recorded' then assessments_n else 0 end)::integer
    as not_recorded_n
from threat_assessments
group by month, partner, threat_type
