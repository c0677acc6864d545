-- Resolved forecasts by the whole per cent they were issued with, and whether they came true.
-- Leaves out forecasts that nobody has resolved; the share unresolved is an indicator of its own.
select
  month,
  partner,
  threat_type,
  product,
  probability_percent,
  sum(case when outcome = 'happened' then forecasts_n else 0 end)::integer as happened_n,
  sum(case when outcome = 'did not happen' then forecasts_n else 0 end)::integer as not_happened_n
from forecasts
where outcome in ('happened', 'did not happen')
group by all
