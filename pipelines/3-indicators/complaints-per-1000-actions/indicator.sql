-- Complaints received, over joint alerts that were acted on, in the same month and by the same partner.
-- Leaves out alerts without action: a complaint is about something that was done.
select month, partner, sum(complaints_n)::integer as events_n, 0 as exposure_n
from complaint_acknowledgements
group by month, partner
union all
select month, partner, 0, sum(alerts_n)::integer
from alert_actions
where status = 'closed'
group by month, partner
