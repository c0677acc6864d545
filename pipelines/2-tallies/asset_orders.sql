-- Counts orders over assets twice: with the sum restrained, and with the sum recovered. Every order of
-- the period stands in exactly one row of each table, by the month in which assets were held back.
-- Leaves out orders made after the cut-off; an order that ended after it counts as standing.

create temp view made as
select
  o.*,
  date_trunc('month', o.restrained_on)::date as month,
  case when o.order_power in ('restraint', 'freezing') then 'held' else 'seized' end as order_basis,
  least(s.as_of, p.cut_off) as observed_on,
  case
    when list_contains(s.not_recorded, 'order_closed_on') then 'not recorded'
    when o.order_closed_on is null or o.order_closed_on > observed_on then 'standing'
    when o.recovered_value is null then 'ended, value not known'
    else 'ended'
  end as order_state,
  case
    when order_state = 'not recorded' then 'not recorded'
    when o.restrained_on + 90 > observed_on then 'not due'
    when o.order_closed_on <= o.restrained_on + 90 then 'ended'
    else 'standing'
  end as state_at_ninety
from asset_orders o
join submissions s on s.submission_id = o.submission_id
cross join programme_period p
where o.restrained_on between p.starts and p.cut_off;

-- One row per month of restraint, partner, basis, state of the order, its state on the 90th day and
-- whether anything was restrained, with the exact sum.
create table asset_order_restraints as
select
  month,
  partner,
  order_basis,
  order_state,
  state_at_ninety,
  case when restrained_value > 0 then 'some' else 'none' end as restrained,
  count(*)::integer as orders_n,
  sum(restrained_value)::decimal(38, 2) as restrained_money
from made
group by all;

-- One row per month of restraint, partner, basis, state of the order and whether anything was
-- recovered, with the exact sum; nothing is recovered before an order has ended.
create table asset_order_recoveries as
select
  month,
  partner,
  order_basis,
  order_state,
  case when order_state = 'ended' and recovered_value > 0 then 'some' else 'none' end as recovered,
  count(*)::integer as orders_n,
  sum(case when order_state = 'ended' then recovered_value else 0 end)::decimal(38, 2)
    as recovered_money
from made
group by all;

drop view made;
