import { threatsOf } from "../choices.ts";
import { commonFaults, receivedOn } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/** Forecasts come true as often as they say, except where a threat has a slope or a lean of its own. */
// prettier-ignore
export default defineSampleKind({
  kind: "predictions",
  key: "prediction_id",
  records: 4500,
  season: 0.05,
  growth: 0.05,
  weekend: 0.1,
  step: noStep,
  share: { harbour: 8, northwatch: 7, "capital-crime": 10, lantern: 22, beacon: 18, ledger: 13, gatehouse: 8, estuary: 6, compact: 8 },
  choices: {
    threat_type: threatsOf,
    product: { warning: 34, assessment: 38, estimate: 26, not_stated: 2 },
    horizon: { 30: 26, 60: 22, 90: 30, 120: 10, 180: 12 },
  },
  lookups: {
    // With slope 1 and lean 0, seven in ten that were given 70 per cent come true. A smaller slope
    // is over-confidence; a lean below 0, too much alarm.
    threat_slope: { cyber: 0.4, interference: 0.85 },
    threat_lean: { cyber: -0.35, interference: -0.1, else: 0 },
  },
  faults: [
    ...commonFaults("prediction_id", "issued_on", "date", "threat_type"),
    { name: "horizon_early", what: "a horizon before it was issued", sets: { horizon_on: "issued_on - 10" } },
    { name: "horizon_2814", what: "a horizon in 2814", sets: { horizon_on: "date '2814-01-01'" } },
    { name: "horizon_missing", what: "no horizon", sets: { horizon_on: "null" } },
    { name: "resolved_early", what: "resolved before it was issued", sets: { happened: "true", resolved_on: "issued_on - 3" } },
    { name: "resolved_after_receipt", what: "resolved after the file was received", sets: { happened: "true", resolved_on: `${receivedOn} + 20` } },
    { name: "outcome_without_day", what: "an outcome without its day", sets: { happened: "true", resolved_on: "null" } },
    { name: "day_without_outcome", what: "the day of an outcome without the outcome", sets: { happened: "null", resolved_on: "issued_on + 5" } },
    { name: "probability_101", what: "101 per cent", sets: { probability_percent: "101" } },
    { name: "probability_missing", what: "no probability", sets: { probability_percent: "null" } },
    { name: "probability_half", what: "12.5 per cent", sets: { probability_percent: "'12.5'" }, textOnly: true },
    { name: "probability_nan", what: "NaN in place of a probability", sets: { probability_percent: "'NaN'" }, textOnly: true },
  ],
});
