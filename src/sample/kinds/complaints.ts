import { commonFaults, receivedOn } from "../faults.ts";
import { defineSampleKind } from "../kind.ts";

/** Complaints rise in September 2025, when a web form was opened. */
// prettier-ignore
export default defineSampleKind({
  kind: "complaints",
  key: "complaint_id",
  records: 3000,
  season: 0.08,
  growth: 0.02,
  weekend: 0.4,
  step: ["2025-09-01", 1.45],
  share: { harbour: 15, northwatch: 12, "capital-crime": 20, lantern: 5, beacon: 5, ledger: 7, gatehouse: 18, estuary: 11, compact: 7 },
  choices: {
    right_engaged: { privacy: 34, fair_process: 18, non_discrimination: 13, liberty: 12, property: 10, expression: 6, integrity: 5, not_stated: 2 },
    channel: { letter: 34, phone: 30, in_person: 18, representative: 16, not_stated: 2 },
    population_group: { group_a: 45, group_b: 25, group_c: 12, group_d: 6, not_stated: 12 },
    handling_route: { informal: 34, formal: 42, investigated: 21, not_stated: 3 },
    decision: { upheld: 18, partly_upheld: 12, not_upheld: 60, withdrawn: 10 },
    remedy: { apology: 40, correction: 28, compensation: 8, policy_change: 18, discipline: 6 },
  },
  // Factor on the time to close.
  lookups: { route_pace: { informal: 0.55, formal: 1, investigated: 2, not_stated: 1 } },
  faults: [
    ...commonFaults("complaint_id", "received_on", "date", "right_engaged"),
    { name: "acknowledged_early", what: "acknowledged before it was received", sets: { acknowledged_on: "received_on - 4" } },
    { name: "closed_early", what: "closed before it was received", sets: { decision: "'upheld'", closed_on: "received_on - 30" } },
    { name: "closed_2814", what: "closed in 2814", sets: { decision: "'upheld'", closed_on: "date '2814-01-01'" } },
    { name: "closed_after_receipt", what: "closed after the file was received", sets: { decision: "'upheld'", closed_on: `${receivedOn} + 20` } },
    { name: "closed_undecided", what: "closed without a decision", sets: { decision: "null", closed_on: "received_on + 5", remedy: "null" } },
    { name: "decided_unclosed", what: "decided without being closed", sets: { decision: "'upheld'", closed_on: "null" } },
    { name: "decision_unknown", what: "a decision outside the terminology", sets: { decision: "'rejected'", closed_on: "received_on + 5" } },
    { name: "remedy_unknown", what: "a remedy outside the terminology", sets: { remedy: "'flowers'" } },
    { name: "group_unknown", what: "a group outside the terminology", sets: { population_group: "'group_z'" } },
    { name: "channel_missing", what: "no channel", sets: { channel: "null" } },
  ],
});
