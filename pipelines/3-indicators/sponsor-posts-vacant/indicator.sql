-- Sponsor posts vacant at the end of a month, out of all sponsor posts at the end of a month.
-- Leaves out nothing: a post that somebody only acts for is vacant.
select
  month,
  partner,
  sponsor_post,
  sum(case when post_state = 'vacant' then posts_n else 0 end)::integer as numerator_n,
  sum(posts_n)::integer as denominator_n
from sponsor_post_months
group by month, partner, sponsor_post
