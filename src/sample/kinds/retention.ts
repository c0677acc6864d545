import { commonFaults, receivedOn } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/** From October 2025 a backlog of reviews builds up at Northwatch; bulk data wait longest anywhere. */
// prettier-ignore
export default defineSampleKind({
  kind: "retention",
  key: "holding_id",
  records: 3000,
  season: 0,
  growth: 0.1,
  weekend: 0.9,
  step: noStep,
  share: { harbour: 14, northwatch: 16, "capital-crime": 18, lantern: 11, beacon: 11, ledger: 9, gatehouse: 11, estuary: 6, compact: 5 },
  choices: {
    system_class: { case_files: 48, intelligence: 26, watch_lists: 12, bulk_data: 12, not_stated: 2 },
    retention_outcome: { deleted: 52, kept: 36, reduced: 12 },
  },
  lookups: {
    // Share of reviews that come in time.
    prompt_share: { case_files: 0.88, intelligence: 0.82, watch_lists: 0.9, bulk_data: 0.7, else: 0.8 },
  },
  faults: [
    ...commonFaults("holding_id", "due_on", "date", "system_class"),
    { name: "reviewed_2814", what: "reviewed in 2814", sets: { retention_outcome: "'kept'", reviewed_on: "date '2814-01-01'" } },
    { name: "reviewed_after_receipt", what: "reviewed after the file was received", sets: { retention_outcome: "'kept'", reviewed_on: `${receivedOn} + 20` } },
    { name: "reviewed_without_outcome", what: "reviewed without an outcome", sets: { retention_outcome: "null", reviewed_on: "due_on" } },
    { name: "outcome_without_review", what: "an outcome without a review", sets: { retention_outcome: "'deleted'", reviewed_on: "null" } },
    { name: "outcome_unknown", what: "an outcome outside the terminology", sets: { retention_outcome: "'lost'", reviewed_on: "due_on" } },
  ],
});
