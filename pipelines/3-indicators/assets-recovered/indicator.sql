-- The exact sum recovered from orders that have ended, by the month in which the assets were held
-- back, with the number of such orders whose value recovered is known and unknown.
-- Leaves out orders that stand.
select
  month,
  partner,
  order_basis,
  sum(case order_state when 'ended' then orders_n else 0 end)::integer as known_n,
  sum(case order_state when 'ended, value not known' then orders_n else 0 end)::integer as unknown_n,
  sum(case when recovered = 'some' then orders_n else 0 end)::integer as positive_n,
  sum(recovered_money) as amount_money,
  sum(case order_state when 'not recorded' then orders_n else 0 end)::integer as not_recorded_n
from asset_order_recoveries
where order_state <> 'standing'
group by month, partner, order_basis
