-- Counts staff in scope for a module by whether they had completed it, and whether that is in date.
-- Leaves out modules due after the cut-off; what was completed after it counts as not completed.

-- One row per month due, partner, module, whether that is the one on the law, and state on the last
-- day that the partner's file speaks of. A module that falls due after that day is not due. Without a last day of validity it does not
-- lapse, unless the partner keeps no such record.
create table training_dues as
select
  date_trunc('month', t.due_on)::date as month,
  t.partner,
  t.training_module,
  case when t.training_module = 'legal_authority' then 'law' else 'another' end as module_about,
  case
    when list_contains(s.not_recorded, 'completed_on') then 'not recorded'
    when t.due_on > least(s.as_of, p.cut_off) then 'not due'
    when t.completed_on is null or t.completed_on > least(s.as_of, p.cut_off) then 'not completed'
    when list_contains(s.not_recorded, 'valid_until') then 'validity not recorded'
    when t.valid_until < least(s.as_of, p.cut_off) then 'lapsed'
    else 'in date'
  end as training_state,
  count(*)::integer as trainings_n
from training t
join submissions s on s.submission_id = t.submission_id
cross join programme_period p
where t.due_on between p.starts and p.cut_off
group by all;
