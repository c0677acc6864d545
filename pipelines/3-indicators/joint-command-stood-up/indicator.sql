-- Alerts of rung 3 or 4 for which a joint command was stood up, out of all of rung 3 or 4.
-- Leaves out alerts of a lower or unknown rung, and partners that keep no such record.
select
  month,
  partner,
  threat_type,
  sum(case when joint_command = 'stood up' then alerts_n else 0 end)::integer as numerator_n,
  sum(case when joint_command in ('stood up', 'not stood up') then alerts_n else 0 end)::integer
    as denominator_n,
  sum(case when joint_command = 'not recorded' then alerts_n else 0 end)::integer as not_recorded_n
from alert_commands
where joint_command in ('stood up', 'not stood up', 'not recorded')
group by month, partner, threat_type
