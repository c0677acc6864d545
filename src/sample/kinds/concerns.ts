import { commonFaults, receivedOn } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/**
 * Line managers are the slowest to acknowledge and see the most detriment; hotlines can seldom tell
 * the outcome. Capital Crime is behind in all three.
 */
// prettier-ignore
export default defineSampleKind({
  kind: "concerns",
  key: "concern_id",
  records: 2600,
  season: 0.04,
  growth: 0.25,
  weekend: 0.15,
  step: noStep,
  share: { harbour: 15, northwatch: 12, "capital-crime": 18, lantern: 11, beacon: 9, ledger: 8, gatehouse: 13, estuary: 8, compact: 6 },
  choices: {
    concern_channel: { manager: 44, ombudsperson: 24, hotline: 20, external_body: 12 },
    concern_about: { powers: 22, data: 24, conduct: 30, resources: 12, other: 8, not_stated: 4 },
  },
  lookups: {
    channel_prompt: { manager: 0.8, ombudsperson: 0.97, hotline: 0.93, external_body: 0.9 },
    channel_told: { manager: 0.62, ombudsperson: 0.8, hotline: 0.36, external_body: 0.7 },
    channel_detriment: { manager: 0.11, ombudsperson: 0.05, hotline: 0.04, external_body: 0.09 },
  },
  faults: [
    ...commonFaults("concern_id", "raised_on", "date", "concern_channel"),
    { name: "acknowledged_early", what: "acknowledged before it was raised", sets: { acknowledged_on: "raised_on - 4" } },
    { name: "closed_early", what: "closed before it was raised", sets: { concern_closed_on: "raised_on - 30" } },
    { name: "closed_2814", what: "closed in 2814", sets: { concern_closed_on: "date '2814-01-01'" } },
    { name: "closed_after_receipt", what: "closed after the file was received", sets: { concern_closed_on: `${receivedOn} + 20` } },
    { name: "told_while_open", what: "an outcome told of a concern that is open", sets: { concern_closed_on: "null", outcome_told: "true" } },
    { name: "matter_unknown", what: "a matter outside the terminology", sets: { concern_about: "'gossip'" } },
    { name: "detriment_maybe", what: "a detriment that is neither true nor false", sets: { detriment_reported: "'maybe'" }, textOnly: true },
  ],
});
