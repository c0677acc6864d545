-- Counts people whose surveillance ended by whether they were told within ninety days.
-- Leaves out surveillance that ended after the cut-off; what happened after it counts as not yet.

-- One row per month of the end, partner, class of power and state: told within ninety days; deferred,
-- which is not told by then but for a ground; not told; or not due, where ninety days have not passed.
create table notices as
select
  date_trunc('month', n.ended_on)::date as month,
  n.partner,
  n.power_class::varchar as power_class,
  case
    when list_contains(s.not_recorded, 'notified_on') then 'not recorded'
    when least(s.as_of, p.cut_off) < n.ended_on + 90 then 'not due'
    when n.notified_on <= n.ended_on + 90 then 'told'
    when n.deferral_ground is not null then 'deferred'
    else 'not told'
  end as notice_state,
  count(*)::integer as people_n
from notifications n
join submissions s on s.submission_id = n.submission_id
cross join programme_period p
where n.ended_on between p.starts and p.cut_off
group by all;
