-- Standing disruptions that took an enabler from the network, out of those of which it is known.
-- Leaves out refused disruptions, those of which it is not stated or known, and partners that keep
-- no such record.
select
  month,
  partner,
  threat_type,
  sum(case
    when enabler in ('none', 'not_stated', 'not known', 'not recorded') then 0
    else disruptions_n
  end)::integer as numerator_n,
  sum(case
    when enabler in ('not_stated', 'not known', 'not recorded') then 0
    else disruptions_n
  end)::integer as denominator_n,
  sum(case when enabler = 'not recorded' then disruptions_n else 0 end)::integer as not_recorded_n
from disruption_enablers
where standing = 'stands'
group by month, partner, threat_type
