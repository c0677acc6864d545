-- Orders over assets that have ended, out of all made, by the month of the order.
-- Leaves out orders of partners that do not record the day of the end; they are counted beside.
select
  month,
  partner,
  order_basis,
  sum(case when order_state in ('ended', 'ended, value not known') then orders_n else 0 end)::integer
    as numerator_n,
  sum(case order_state when 'not recorded' then 0 else orders_n end)::integer as denominator_n,
  sum(case order_state when 'not recorded' then orders_n else 0 end)::integer as not_recorded_n
from asset_order_restraints
group by month, partner, order_basis
