-- Complaints about rights, by the month in which they were received.
-- Leaves out nothing: every complaint received counts, however it ended.
select month, partner, right_engaged, sum(complaints_n)::integer as cases_n
from complaint_acknowledgements
group by all
