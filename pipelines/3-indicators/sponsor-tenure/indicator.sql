-- How long the holders of sponsor posts had been in post at the end of each month, in months: whole
-- days over 30.4375, the mean month. One post's months are a cluster, for they hang together.
-- Leaves out vacant posts, and holders whose first day is not known or not recorded.
select
  month,
  partner,
  sponsor_post,
  'all' as stratum,
  concat(partner, ' ', sponsor_post) as cluster,
  '1' as weight,
  (in_post_days / 30.4375)::decimal(24, 15)::varchar as score,
  sum(case tenure when 'known' then posts_n else 0 end)::integer as respondents_n,
  sum(case tenure when 'not recorded' then posts_n else 0 end)::integer as not_recorded_n
from sponsor_post_months
where post_state = 'filled'
group by all
