-- Makes the predictions of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view predictions as
with stated as (
  select
    *,
    pick_threat_type(draw(seed, 'threat')) as threat_type,
    pick_product(draw(seed, 'product')) as product,
    day + pick_horizon(draw(seed, 'horizon'))::integer as horizon_on,
    100 / (1 + exp(0.25 - 1.4 * draw_normal(seed, 'belief'))) as belief,
    draw(seed, 'habit') as habit
  from rows
),
rounded as (
  select
    *,
    case
      when habit < 0.5 then greatest(5, least(95, 10 * round(belief / 10)))
      when habit < 0.8 then greatest(5, least(95, 5 * round(belief / 5)))
      else greatest(1, least(99, round(belief)))
    end::integer as probability_percent
  from stated
),
-- How often it comes true when a probability was stated: exactly so often where the slope is 1.
settled as (
  select
    *,
    draw(seed, 'truth') < 1 / (
      1 + exp(
        -threat_lean(threat_type)
        - threat_slope(threat_type) * ln(probability_percent / (100.0 - probability_percent))
      )
    ) as came_true
  from rounded
),
resolved as (
  select
    *,
    case
      when draw(seed, 'never resolved') < 0.05 then null
      when came_true
        then day + ceil(
          (0.1 + 0.9 * sqrt(draw(seed, 'moment'))) * (horizon_on - day)
          + 4 * draw(seed, 'decided')
        )::integer
      else horizon_on + draw_whole(seed, 'decided', 1, 14)
    end as decided_on
  from settled
)
select
  number,
  fault,
  key as prediction_id,
  threat_type,
  product,
  day as issued_on,
  horizon_on,
  probability_percent,
  case when known(decided_on) is not null then came_true end as happened,
  known(decided_on) as resolved_on
from resolved;
