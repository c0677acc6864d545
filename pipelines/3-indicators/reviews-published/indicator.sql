-- Independent reviews whose report was published, out of those that were done.
-- Leaves out after-action reviews, and partners that do not record it; these are counted beside.
select
  month,
  partner,
  review_type,
  sum(case when publication = 'published' then reviews_n else 0 end)::integer as numerator_n,
  sum(case when publication in ('published', 'not published') then reviews_n else 0 end)::integer
    as denominator_n,
  sum(case when publication = 'not recorded' then reviews_n else 0 end)::integer as not_recorded_n
from review_plans
where review_type <> 'after_action'
group by month, partner, review_type
