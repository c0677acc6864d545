-- Secondments between partners, by the month in which they began.
-- Leaves out nothing: every secondment counts, however short.
select month, partner, host_sector, sum(secondments_n)::integer as cases_n
from secondment_hosts
group by all
