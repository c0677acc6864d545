-- Joint threat assessments in which three or more sectors took part and that all of these received,
-- out of all joint threat assessments issued.
-- Leaves out assessments of partners that do not record the sharing; they are counted beside.
select
  month,
  partner,
  threat_type,
  sum(case when sector_reach = 'three or more' and sharing = 'shared' then assessments_n else 0 end)
    ::integer as numerator_n,
  sum(case when sharing = 'not recorded' then 0 else assessments_n end)::integer as denominator_n,
  sum(case when sharing = 'not recorded' then assessments_n else 0 end)::integer as not_recorded_n
from threat_assessments
group by month, partner, threat_type
