-- The exact sum of assets restrained, with the number of disruptions whose value is known and unknown.
-- Leaves out refused disruptions; an unknown value adds nothing and is counted as unknown.
select
  month,
  partner,
  threat_type,
  restrained_known_n as known_n,
  restrained_unknown_n as unknown_n,
  restrained_positive_n as positive_n,
  restrained_money as amount_money
from disruption_assets
