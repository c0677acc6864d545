-- Makes the Southern Compact's own table of incidents: its columns, codes and day-first times; newer
-- columns as the programme asks for them. Leaves out debriefs and more that it does not record.

select
  incident_id as ref,
  coalesce(
    map {
      'terrorism': 'T1', 'trafficking': 'T2', 'smuggling': 'T3', 'drugs': 'T4', 'cyber': 'T5',
      'fraud': 'T6', 'weapons': 'T7', 'interference': 'T8', 'not_stated': 'T0'
    }[threat_type],
    threat_type
  ) as category,
  coalesce(
    map { 'low': '1', 'medium': '2', 'high': '3', 'critical': '4', 'not_stated': '0' }[severity],
    severity
  ) as severity,
  strftime(alerted_at, '%d/%m/%Y %H:%M:%S') as raised,
  strftime(acknowledged_at, '%d/%m/%Y %H:%M:%S') as receipted,
  strftime(shared_at, '%d/%m/%Y %H:%M:%S') as passed_on,
  strftime(acted_at, '%d/%m/%Y %H:%M:%S') as action,
  strftime(closed_at, '%d/%m/%Y %H:%M:%S') as ended,
  escalation_level as rung,
  notebook_opened_at,
  joint_command_at,
  map {
    'signals': 'S1', 'human': 'S2', 'financial': 'S3', 'border': 'S4', 'public': 'S5',
    'partner': 'S6', 'not_stated': 'S0'
  }[alert_source] as alert_source,
  alert_outcome
from delivered
