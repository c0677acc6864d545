-- Alerts above the agreed threshold that were escalated within the limit, out of those whose limit
-- has passed. Leaves out alerts below the threshold, and those of which it is not known.
select
  month,
  partner,
  threat_type,
  rung,
  sum(case when status = 'closed' and duration_minutes <= value then alerts_n else 0 end)::integer
    as numerator_n,
  sum(case
    when status = 'closed' then alerts_n
    when status = 'open' and duration_minutes >= value then alerts_n
    else 0
  end)::integer as denominator_n,
  sum(case when status = 'not recorded' then alerts_n else 0 end)::integer as not_recorded_n
from alert_escalations
cross join limits
where indicator = 'alerts-escalated-in-time' and status in ('closed', 'open', 'not recorded')
group by month, partner, threat_type, rung
