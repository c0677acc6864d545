-- Makes the orders over assets of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view asset_orders as
with made as (
  select
    *,
    pick_order_power(draw(seed, 'power')) as order_power,
    getvariable('partner') = 'capital-crime' and key is not distinct from min(key) filter (
      fault is null and day between date '2025-02-03' and date '2025-02-28'
    ) over () as is_large_case,
    draw(seed, 'early') < 0.42 and not is_large_case as is_early
  from rows
),
valued as (
  select
    *,
    if(is_large_case, 9412300, order_value(order_power) * draw_factor(seed, 'value', 0.9))
      as restrained,
    known(
      day + 3 + case
        when is_large_case then 300
        when is_early then (24 * draw_factor(seed, 'early end', 0.7))::integer
        else (order_days(order_power) * draw_factor(seed, 'late end', 0.5))::integer
      end
    ) as order_closed_on,
    case
      when is_large_case then 'confiscated'
      when is_early then pick_early_end(draw(seed, 'how'))
      else pick_late_end(draw(seed, 'how'))
    end as how
  from made
)
select
  number,
  fault,
  key as order_id,
  order_power,
  day as restrained_on,
  round(restrained, if(draw(seed, 'to the cent') < 0.3, 2, -1))::decimal(17, 2) as restrained_value,
  case when order_closed_on is not null and draw(seed, 'recovered unknown') >= 0.03
    then round(
      restrained * order_yield(how) * (0.55 + 0.5 * draw(seed, 'part recovered')),
      if(draw(seed, 'recovered to the cent') < 0.3, 2, -1)
    )
  end::decimal(17, 2) as recovered_value,
  order_closed_on,
  case when order_closed_on is not null then how end as closed_how,
  'EUR' as currency
from valued;
