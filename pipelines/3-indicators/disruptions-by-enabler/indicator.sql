-- Standing disruptions that acted on an enabler, by its sort.
-- Leaves out refused disruptions and those that acted on none or of which it is not known.
select
  month,
  partner,
  threat_type,
  enabler,
  sum(case when enabler = 'not recorded' then 0 else disruptions_n end)::integer as cases_n,
  sum(case when enabler = 'not recorded' then disruptions_n else 0 end)::integer as not_recorded_n
from disruption_enablers
where standing = 'stands' and enabler not in ('none', 'not_stated', 'not known')
group by all
