import { receivedOn, someFaults } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/** Each body is due for inspection in ten categories a year; one was inspected in seven of them. */
// prettier-ignore
export default defineSampleKind({
  kind: "reviews",
  key: "review_id",
  records: 570,
  season: 0,
  growth: 0,
  weekend: 0.05,
  step: noStep,
  share: { harbour: 6, northwatch: 6, "capital-crime": 6, lantern: 6, beacon: 6, ledger: 6, gatehouse: 6, estuary: 6, compact: 6, secretariat: 3 },
  choices: {
    review_type: ({ id }) => id === "secretariat" ? { evaluation: 70, red_team: 30 } : { after_action: 68, evaluation: 16, red_team: 16 },
    review_category: { collection: 1, human_sources: 1, powers: 1, sharing: 1, assessment: 1, joint_operations: 1, personal_data: 1, complaints_concerns: 1, people_training: 1, money_assets: 1 },
  },
  // Share that is done, and share of those whose report is published.
  lookups: {
    review_done: { after_action: 0.78, inspection: 0.93, evaluation: 0.85, red_team: 0.9 },
    review_published: { after_action: 0.1, inspection: 0.7, evaluation: 0.8, red_team: 0.08 },
  },
  faults: [
    ...someFaults(["key_missing", "repeat", "formula", "day_missing", "day_1899"], "review_id", "planned_on", "date", "review_category"),
    { name: "published_undone", what: "published without being done", sets: { done_on: "null", published_on: "planned_on" } },
    { name: "published_early", what: "published before it was done", sets: { done_on: "planned_on", published_on: "planned_on - 9" } },
    { name: "inspection_of_none", what: "an inspection of no one category", sets: { review_type: "'inspection'", review_category: "'several'" } },
    { name: "done_after_receipt", what: "done after the file was received", sets: { done_on: `${receivedOn} + 20`, published_on: "null" } },
  ],
});
