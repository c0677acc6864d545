import { commonFaults, receivedOn } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/** Crypto-asset services report more every month, and their reports wait longest; Estuary uses few. */
// prettier-ignore
export default defineSampleKind({
  kind: "financial_reports",
  key: "report_id",
  records: 3600,
  season: -0.05,
  growth: 0.2,
  weekend: 0.15,
  step: noStep,
  share: { ledger: 46, "capital-crime": 20, estuary: 18, harbour: 16 },
  choices: {
    report_sector: { bank: 54, payment: 18, crypto: 6, real_estate: 5, professional: 7, other: 10 },
    used_outcome: { investigation_opened: 46, joined_to_case: 30, assets_held: 12, passed_abroad: 12 },
  },
  lookups: {
    // Factor on the days until somebody looks, and on how often a report is of use.
    report_wait: { bank: 0.9, crypto: 2.2, real_estate: 1.3, professional: 1.2 },
    report_worth: { payment: 0.8, crypto: 1.4, professional: 1.3, other: 0.7 },
  },
  faults: [
    ...commonFaults("report_id", "received_on", "date", "report_sector"),
    { name: "outcome_early", what: "an outcome before it was received", sets: { first_outcome_on: "received_on - 9", report_outcome: "'no_further_action'" } },
    { name: "outcome_2814", what: "an outcome in 2814", sets: { first_outcome_on: "date '2814-01-01'", report_outcome: "'no_further_action'" } },
    { name: "outcome_after_receipt", what: "an outcome after the file was received", sets: { first_outcome_on: `${receivedOn} + 20`, report_outcome: "'no_further_action'" } },
    { name: "outcome_undated", what: "an outcome without a day", sets: { first_outcome_on: "null", report_outcome: "'joined_to_case'" } },
    { name: "outcome_unnamed", what: "the day of an outcome, and no outcome", sets: { first_outcome_on: "received_on + 5", report_outcome: "null" } },
    { name: "use_unknown", what: "a use outside the terminology", sets: { report_use: "'read'" } },
  ],
});
