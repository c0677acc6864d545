-- Counts the sponsors' seats at governance meetings by whether the holder of the post came.
-- Leaves out meetings after the cut-off.

-- One row per month, partner, post and attendance.
create table sponsor_seats as
select
  date_trunc('month', m.met_on)::date as month,
  m.partner,
  m.sponsor_post,
  case
    when list_contains(s.not_recorded, 'seat_attended') then 'not recorded'
    when m.seat_attended is null then 'not known'
    when m.seat_attended then 'attended'
    else 'not attended'
  end as attendance,
  count(*)::integer as seats_n
from sponsor_meetings m
join submissions s on s.submission_id = m.submission_id
cross join programme_period p
where m.met_on between p.starts and p.cut_off
group by all;
