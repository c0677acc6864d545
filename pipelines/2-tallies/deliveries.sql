-- Counts the rows of the files in use twice: by what became of them, and by whose words they came in.
-- Leaves out files that were replaced, and rows that do not say which partner they are from.

create temp view delivered as
select date_trunc('month', covers_until)::date as month, d.*
from deliveries d
cross join programme_period p
where covers_until between p.starts and p.cut_off;

-- One row per last month that a file speaks of, partner and outcome.
create table delivery_outcomes as
select month, partner, row_outcome::varchar as row_outcome, sum(rows_received)::integer as rows_n
from delivered
group by all;

-- One row per last month that a file speaks of, partner and terminology.
create table delivery_terms as
select month, partner, terminology::varchar as terminology, sum(rows_received)::integer as rows_n
from delivered
group by all;

drop view delivered;
