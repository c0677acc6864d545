-- Reviews of complaints that were upheld, out of reviews decided.
-- Leaves out complaints of which no review was asked for or none is decided yet, and partners that
-- keep no such record.
select
  month,
  partner,
  right_engaged,
  sum(case when review = 'upheld' then complaints_n else 0 end)::integer as numerator_n,
  sum(case when review in ('upheld', 'not_upheld') then complaints_n else 0 end)::integer
    as denominator_n,
  sum(case when review = 'not recorded' then complaints_n else 0 end)::integer as not_recorded_n
from complaint_reviews
where review in ('upheld', 'not_upheld', 'not recorded')
group by month, partner, right_engaged
