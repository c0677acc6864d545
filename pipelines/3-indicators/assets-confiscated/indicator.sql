-- The exact sum of assets confiscated, with the number of disruptions whose value is known and unknown.
-- Leaves out refused disruptions; an unknown value adds nothing and is counted as unknown.
select
  month,
  partner,
  threat_type,
  confiscated_known_n as known_n,
  confiscated_unknown_n as unknown_n,
  confiscated_positive_n as positive_n,
  confiscated_money as amount_money
from disruption_assets
