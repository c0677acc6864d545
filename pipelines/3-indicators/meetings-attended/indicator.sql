-- Sponsors' seats at governance meetings whose holder came, out of those of which it is known.
-- Leaves out seats of which it is not known, and partners that keep no such record.
select
  month,
  partner,
  sponsor_post,
  sum(case when attendance = 'attended' then seats_n else 0 end)::integer as numerator_n,
  sum(case when attendance in ('attended', 'not attended') then seats_n else 0 end)::integer
    as denominator_n,
  sum(case when attendance = 'not recorded' then seats_n else 0 end)::integer as not_recorded_n
from sponsor_seats
group by month, partner, sponsor_post
