-- Forecasts whose horizon has passed and whose outcome nobody has recorded, out of all that are due.
-- Leaves out forecasts whose horizon has not passed and that are not resolved, and partners that
-- keep no record of outcomes; their forecasts are counted beside.
select
  month,
  partner,
  threat_type,
  product,
  sum(case when outcome = 'overdue' then forecasts_n else 0 end)::integer as numerator_n,
  sum(case when outcome <> 'not recorded' then forecasts_n else 0 end)::integer as denominator_n,
  sum(case when outcome = 'not recorded' then forecasts_n else 0 end)::integer as not_recorded_n
from forecasts
where outcome <> 'pending'
group by all
