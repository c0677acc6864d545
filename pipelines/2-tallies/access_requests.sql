-- Counts people's requests for their data by whether they were answered within thirty days.
-- Leaves out requests received after the cut-off; an answer after it counts as not given yet.

-- One row per month of receipt, partner, right and state: not due until thirty days have passed, even
-- where the answer came before, so that recent months do not look better than they are.
create table access_answers as
select
  date_trunc('month', a.received_on)::date as month,
  a.partner,
  a.data_right::varchar as data_right,
  case
    when list_contains(s.not_recorded, 'answered_on') then 'not recorded'
    when least(s.as_of, p.cut_off) < a.received_on + 30 then 'not due'
    when a.answered_on <= a.received_on + 30 then 'in time'
    else 'late'
  end as answer_state,
  count(*)::integer as requests_n
from access_requests a
join submissions s on s.submission_id = a.submission_id
cross join programme_period p
where a.received_on between p.starts and p.cut_off
group by all;
