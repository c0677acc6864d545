-- Requests with a documented legal basis and a proportionality review, out of those of which it is
-- known. Leaves out requests of which it is not known; those of partners that do not record one of
-- the two are counted beside.
select
  month,
  partner,
  sum(case when safeguards = 'both on file' then requests_n else 0 end)::integer as numerator_n,
  sum(case when safeguards in ('both on file', 'incomplete') then requests_n else 0 end)::integer
    as denominator_n,
  sum(case when safeguards = 'not recorded' then requests_n else 0 end)::integer as not_recorded_n
from exchange_safeguards
group by month, partner
