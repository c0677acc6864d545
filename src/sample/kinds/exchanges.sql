-- Makes the exchanges of one file as the partner knew them on the day it was received.
-- Leaves out the planted faults, which are laid over them when the file is written.

create or replace temp view exchanges as
with requested as (
  select
    *,
    pick_request_direction(draw(seed, 'direction')) as request_direction,
    pick_counterpart_sector(draw(seed, 'counterpart')) as counterpart_sector,
    pick_request_urgency(draw(seed, 'urgency')) as request_urgency,
    pick_exchange_outcome(draw(seed, 'outcome')) as ending,
    day >= date '2026-01-01' as has_form
  from rows
),
ended as (
  select
    *,
    case when draw(seed, 'never ended') >= 0.03 then known(
      working_days_later(
        day,
        ceil(
          36 * getvariable('handling') * draw_factor(seed, 'ended', 0.8)
          * case when getvariable('partner') = 'gatehouse' then 1
            else urgency_pace(request_urgency) end
          * counterpart_pace(counterpart_sector) * outcome_pace(ending)
        )::integer
      )
    ) end as concluded_on
  from requested
)
select
  number,
  fault,
  key as exchange_id,
  request_direction,
  counterpart_sector,
  request_urgency,
  day as requested_on,
  case when draw(seed, 'basis unknown') >= 0.03
    then draw(seed, 'basis') < case when has_form then 0.97 else 0.88 end
  end as legal_basis_documented,
  case when draw(seed, 'review unknown') >= 0.05
    then draw(seed, 'review')
      < case when has_form then 0.9 else 0.7 end * review_habit(getvariable('partner'))
  end as proportionality_reviewed,
  case when concluded_on is not null then ending end as exchange_outcome,
  concluded_on
from ended;
