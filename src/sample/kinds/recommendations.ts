import { receivedOn, someFaults } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/** Two partners let what they are told to do run past the day agreed. */
// prettier-ignore
export default defineSampleKind({
  kind: "recommendations",
  key: "recommendation_id",
  records: 720,
  season: 0,
  growth: 0.2,
  weekend: 0.02,
  step: noStep,
  share: { harbour: 12, northwatch: 10, "capital-crime": 16, lantern: 12, beacon: 10, ledger: 9, gatehouse: 11, estuary: 11, compact: 9 },
  choices: {
    recommendation_source: { inspection: 44, audit: 18, red_team: 22, evaluation: 16 },
    recommendation_priority: { critical: 14, priority: 41, action: 45 },
  },
  // Days until it is due.
  lookups: { days_given: { critical: 60, priority: 120, action: 180 } },
  faults: [
    ...someFaults(["key_missing", "repeat", "code_missing"], "recommendation_id", "made_on", "date", "recommendation_priority"),
    { name: "due_early", what: "due before it was made", sets: { due_on: "made_on - 5" } },
    { name: "done_early", what: "done before it was made", sets: { implemented_on: "made_on - 5", verified_on: "null", retested_on: "null" } },
    { name: "verified_undone", what: "verified without being done", sets: { implemented_on: "null", verified_on: "made_on + 9", retested_on: "null" } },
    { name: "verified_early", what: "verified before it was done", sets: { implemented_on: "made_on + 9", verified_on: "made_on + 2", retested_on: "null" } },
    { name: "retested_elsewhere", what: "tried again although no red team found it", sets: { recommendation_source: "'audit'", implemented_on: "made_on + 2", verified_on: "null", retested_on: "made_on + 9" } },
    { name: "verified_after_receipt", what: "verified after the file was received", sets: { implemented_on: "made_on + 2", verified_on: `${receivedOn} + 20`, retested_on: "null" } },
  ],
});
