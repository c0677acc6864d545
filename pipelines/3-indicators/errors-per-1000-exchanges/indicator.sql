-- Errors found, over requests made, in the same month and by the same partner.
-- Leaves out nothing: every error counts, whoever found it and however severe.
select month, partner, sum(errors_n)::integer as events_n, 0 as exposure_n
from error_reports
group by month, partner
union all
select month, partner, 0, sum(requests_n)::integer
from exchange_safeguards
group by month, partner
