import { commonFaults } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/** From the census of March 2026 on, money for months 13 to 36 is missing; joint technology lags. */
// prettier-ignore
export default defineSampleKind({
  kind: "funding",
  key: "line_id",
  records: 1800,
  season: 0,
  growth: 0,
  weekend: 1,
  step: noStep,
  share: { secretariat: 1 },
  choices: {
    funding_horizon: { next_12_months: 55, months_13_to_36: 45 },
    funder: { state: 58, partner: 20, international: 16, other: 6 },
  },
  lookups: {
    // Share of lines that are committed in full, beyond the coming year.
    funder_patience: { state: 0.66, partner: 0.5, international: 0.8, other: 0.4 },
  },
  faults: [
    ...commonFaults("line_id", "census_on", "date", "funder"),
    { name: "due_before_census", what: "needed before the census", sets: { due_on: "census_on - 40" } },
    { name: "due_missing", what: "no day by which it is needed", sets: { due_on: "null" } },
    { name: "planned_missing", what: "no planned amount", sets: { planned_amount: "null" } },
    { name: "committed_negative", what: "a negative commitment", sets: { committed_amount: "-1000" } },
    { name: "foreign_currency", what: "a value in dollars", sets: { currency: "'USD'" } },
    { name: "horizon_unknown", what: "a horizon outside the terminology", sets: { funding_horizon: "'some_day'" } },
  ],
});
