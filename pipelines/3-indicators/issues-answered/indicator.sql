-- Issues to which an answer was published within 60 days, out of all that were due.
-- Leaves out leads of liaisons, and issues raised less than 60 days ago: they are not due yet.
select
  month,
  partner,
  raised_by,
  sum(case follow_up when 'in time' then engagements_n else 0 end)::integer as numerator_n,
  sum(case when follow_up in ('in time', 'not in time') then engagements_n else 0 end)::integer
    as denominator_n,
  sum(case follow_up when 'not recorded' then engagements_n else 0 end)::integer as not_recorded_n
from engagement_follow_ups
where engagement_matter = 'issue'
group by month, partner, raised_by
