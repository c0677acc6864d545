-- Counts the sponsor posts at the end of each month: filled or vacant, and how long they had been held.
-- Leaves out what is said of a day after the cut-off.

-- One row per month, partner, post, state of the post, whether its holder's first day is known and,
-- where it is, whole days from that day to the end of the month.
create table sponsor_post_months as
select
  date_trunc('month', c.census_on)::date as month,
  c.partner,
  c.sponsor_post,
  case when c.post_filled then 'filled' else 'vacant' end as post_state,
  case
    when not c.post_filled then 'vacant'
    when list_contains(s.not_recorded, 'in_post_since') then 'not recorded'
    when c.in_post_since is null then 'not known'
    else 'known'
  end as tenure,
  case tenure when 'known' then date_diff('day', c.in_post_since, c.census_on) else 0 end::integer
    as in_post_days,
  count(*)::integer as posts_n
from sponsor_posts c
join submissions s on s.submission_id = c.submission_id
cross join programme_period p
where c.census_on between p.starts and p.cut_off
group by all;
