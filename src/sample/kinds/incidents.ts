import { hours, sourcesOf, threatsOf } from "../choices.ts";
import { commonFaults, receivedOn } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/**
 * Response times have a long tail; critical alerts are answered faster, and all of them sooner each
 * month. Precision hangs on the source alone: group C has more tips from the public than others.
 */
// prettier-ignore
export default defineSampleKind({
  kind: "incidents",
  key: "incident_id",
  records: 19_200,
  season: 0.14,
  growth: 0.08,
  weekend: 0.8,
  step: noStep,
  share: { harbour: 15, northwatch: 12, "capital-crime": 17, lantern: 11, beacon: 9, ledger: 9, gatehouse: 12, estuary: 8, compact: 7 },
  choices: {
    threat_type: threatsOf,
    severity: { low: 26, medium: 40, high: 24, critical: 8.5, not_stated: 1.5 },
    hour: hours,
    alert_source: sourcesOf,
    population_group: { group_a: 45, group_b: 25, group_c: 14, group_d: 8, not_stated: 8 },
  },
  lookups: {
    // Factor on the times; share never acted on; typical rung of the ladder.
    severity_pace: { low: 1.5, medium: 1.08, high: 0.75, critical: 0.45, not_stated: 1.2 },
    severity_left: { low: 0.055, medium: 0.03, high: 0.015, critical: 0.005, not_stated: 0.05, else: 0 },
    severity_rung: { low: 0.5, medium: 1, high: 1.8, critical: 2.7, not_stated: 0.6 },
    // How often an alert from there is confirmed, whomever it concerns.
    source_precision: { signals: 0.72, human: 0.66, financial: 0.7, border: 0.64, public: 0.36, partner: 0.62, not_stated: 0.5 },
  },
  faults: [
    ...commonFaults("incident_id", "alerted_at", "timestamp", "threat_type"),
    { name: "acknowledged_early", what: "acknowledged before it was alerted", sets: { acknowledged_at: "alerted_at - interval 20 minute" } },
    { name: "shared_early", what: "shared before it was alerted", sets: { shared_at: "alerted_at - interval 2 hour" } },
    { name: "acted_early", what: "acted on before it was alerted", sets: { acted_at: "alerted_at - interval 90 minute" } },
    { name: "closed_early", what: "closed before it was alerted", sets: { closed_at: "alerted_at - interval 3 day" } },
    { name: "closed_2814", what: "closed in 2814", sets: { closed_at: "timestamp '2814-01-01 09:00:00'" } },
    { name: "closed_after_receipt", what: "closed after the file was received", sets: { closed_at: `${receivedOn}::timestamp + interval 20 day`, lessons_closed_on: "null" } },
    { name: "severity_unknown", what: "a severity outside the terminology", sets: { severity: "'urgent'" } },
    { name: "rung_too_high", what: "rung 7 of a ladder of 4", sets: { escalation_level: "7" } },
    { name: "rung_half", what: "half a rung", sets: { escalation_level: "'1.5'" }, textOnly: true },
    { name: "debrief_maybe", what: "a debrief that is neither true nor false", sets: { debrief_held: "'maybe'" }, textOnly: true },
  ],
});
