-- Independent reviews whose report was published within 120 days of being done, out of those done at
-- least as long ago.
-- Leaves out reviews done since, after-action reviews, and partners that do not record it; these are counted beside.
select
  month,
  partner,
  review_type,
  sum(case when publication = 'published in time' then reviews_n else 0 end)::integer as numerator_n,
  sum(case when publication in ('published in time', 'not published in time') then reviews_n else 0 end)
    ::integer as denominator_n,
  sum(case when publication = 'not recorded' then reviews_n else 0 end)::integer as not_recorded_n
from review_plans
where review_type <> 'after_action'
group by month, partner, review_type
