-- Holdings that passed the day due without a review, out of all that fell due.
-- Leaves out none but those of partners that do not record reviews, which are counted beside.
select
  month,
  partner,
  system_class,
  sum(case when review_state in ('late', 'waiting') then holdings_n else 0 end)::integer
    as numerator_n,
  sum(case when review_state <> 'not recorded' then holdings_n else 0 end)::integer
    as denominator_n,
  sum(case when review_state = 'not recorded' then holdings_n else 0 end)::integer
    as not_recorded_n
from retention_reviews
group by month, partner, system_class
