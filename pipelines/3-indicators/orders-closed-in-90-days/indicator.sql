-- Orders over assets that ended within 90 days, out of those whose 90 days are over, by the month of
-- the order.
-- Leaves out orders whose 90 days are not over, and those of partners that do not record the day of the
-- end, which are counted beside.
select
  month,
  partner,
  order_basis,
  sum(case state_at_ninety when 'ended' then orders_n else 0 end)::integer as numerator_n,
  sum(case state_at_ninety when 'not recorded' then 0 else orders_n end)::integer as denominator_n,
  sum(case state_at_ninety when 'not recorded' then orders_n else 0 end)::integer as not_recorded_n
from asset_order_restraints
where state_at_ninety <> 'not due'
group by month, partner, order_basis
