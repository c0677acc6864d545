-- Counts joint briefings, exercises and feedback sessions that were planned, by what became of them.
-- Leaves out sessions planned for after the cut-off; one held after it counts as not held.

-- One row per month planned, partner, kind of session, sectors invited and state. A session planned
-- for after the last day that its partner's file speaks of is not due, even if it was held early.
create table session_plans as
select
  date_trunc('month', j.planned_on)::date as month,
  j.partner,
  j.session_type,
  case
    when j.sectors_invited >= 3 then 'three or more'
    when j.sectors_invited = 2 then 'two'
    else 'one'
  end as sector_reach,
  case
    when list_contains(s.not_recorded, 'held_on') then 'not recorded'
    when j.planned_on > least(s.as_of, p.cut_off) then 'not due'
    when j.held_on <= least(s.as_of, p.cut_off) then 'held'
    when j.session_cancelled then 'called off'
    else 'not held'
  end as session_state,
  count(*)::integer as sessions_n
from joint_sessions j
join submissions s on s.submission_id = j.submission_id
cross join programme_period p
where j.planned_on between p.starts and p.cut_off
group by all;
