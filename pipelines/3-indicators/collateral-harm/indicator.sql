-- Standing disruptions in which collateral harm was recorded, out of those of which it is known.
-- Leaves out refused disruptions, those of which it is not known, and partners that keep no such
-- record.
select
  month,
  partner,
  threat_type,
  sum(case when collateral_harm = 'harm' then disruptions_n else 0 end)::integer as numerator_n,
  sum(case when collateral_harm in ('harm', 'no harm') then disruptions_n else 0 end)::integer
    as denominator_n,
  sum(case when collateral_harm = 'not recorded' then disruptions_n else 0 end)::integer
    as not_recorded_n
from disruption_harms
where standing = 'stands' and collateral_harm <> 'not known'
group by month, partner, threat_type
