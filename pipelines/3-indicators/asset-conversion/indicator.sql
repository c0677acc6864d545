-- The exact sum recovered from orders that have ended and the exact sum that they had held back, by the
-- month of the order.
-- Leaves out orders that stand, and orders that ended with a value that is not known; those of partners
-- that do not record the end are counted beside.
with orders as (
  select month, partner, order_basis, order_state, orders_n,
    case restrained when 'some' then orders_n else 0 end as restrained_n, 0 as recovered_n,
    restrained_money, 0 as recovered_money
  from asset_order_restraints
  union all
  select month, partner, order_basis, order_state, 0,
    0, case recovered when 'some' then orders_n else 0 end,
    0, recovered_money
  from asset_order_recoveries
)
select
  month,
  partner,
  order_basis,
  sum(case order_state when 'ended' then restrained_n else 0 end)::integer as cases_n,
  sum(case order_state when 'ended' then recovered_n else 0 end)::integer as positive_numerator_n,
  sum(case order_state when 'ended' then recovered_money else 0 end) as numerator_money,
  sum(case order_state when 'ended' then restrained_money else 0 end) as denominator_money,
  sum(case order_state when 'not recorded' then orders_n else 0 end)::integer as not_recorded_n
from orders
where order_state in ('ended', 'not recorded')
group by month, partner, order_basis
