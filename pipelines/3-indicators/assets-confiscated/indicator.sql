-- The exact sum of assets confiscated, with the number of disruptions whose value is known and unknown.
-- Leaves out refused disruptions; an unknown value adds nothing and is counted as unknown.
select
  month,
  partner,
  threat_type,
  sum(case when value <> 'unknown' then disruptions_n else 0 end)::integer as known_n,
  sum(case when value = 'unknown' then disruptions_n else 0 end)::integer as unknown_n,
  sum(case when value = 'some' then disruptions_n else 0 end)::integer as positive_n,
  sum(confiscated_money) as amount_money
from disruption_confiscations
where standing = 'stands'
group by month, partner, threat_type
