-- Counts holdings that fell due for review by what became of the review.
-- Leaves out holdings due after the cut-off; a review after it counts as not made yet.

-- One row per month due, partner, class of system and state: reviewed in time, which is by the end
-- of the day due; reviewed late; or waiting.
create table retention_reviews as
select
  date_trunc('month', r.due_on)::date as month,
  r.partner,
  r.system_class::varchar as system_class,
  case
    when list_contains(s.not_recorded, 'reviewed_on') then 'not recorded'
    when r.reviewed_on <= r.due_on then 'in time'
    when r.reviewed_on <= least(s.as_of, p.cut_off) then 'late'
    else 'waiting'
  end as review_state,
  count(*)::integer as holdings_n
from retention r
join submissions s on s.submission_id = r.submission_id
cross join programme_period p
where r.due_on between p.starts and p.cut_off
group by all;
