import { commonFaults, receivedOn } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/** What ends early is mostly given back, recovery takes up to two years; one case of Capital Crime outweighs its month. */
// prettier-ignore
export default defineSampleKind({
  kind: "asset_orders",
  key: "order_id",
  records: 3600,
  season: -0.05,
  growth: 0.1,
  weekend: 0.2,
  step: noStep,
  share: { "capital-crime": 32, ledger: 28, harbour: 22, northwatch: 18 },
  choices: {
    order_power: { restraint: 32, freezing: 30, cash_seizure: 26, forfeiture: 12 },
    // How orders end that end within weeks, and how those that go to court.
    early_end: { returned: 52, lapsed: 22, confiscated: 26 },
    late_end: { confiscated: 64, compensated: 12, returned: 16, lapsed: 8 },
  },
  lookups: {
    // Typical value in euros, and typical days until a court ends the order.
    order_value: { restraint: 60000, freezing: 22000, cash_seizure: 6500, forfeiture: 30000 },
    order_days: { restraint: 560, freezing: 420, cash_seizure: 330, forfeiture: 380 },
    // Part of the value that is recovered, at most.
    order_yield: { confiscated: 1, compensated: 0.9, returned: 0, lapsed: 0 },
  },
  faults: [
    ...commonFaults("order_id", "restrained_on", "date", "order_power"),
    { name: "ended_early", what: "ended before it was made", sets: { order_closed_on: "restrained_on - 12", closed_how: "'lapsed'" } },
    { name: "ended_2814", what: "ended in 2814", sets: { order_closed_on: "date '2814-01-01'", closed_how: "'lapsed'" } },
    { name: "ended_after_receipt", what: "ended after the file was received", sets: { order_closed_on: `${receivedOn} + 20`, closed_how: "'lapsed'" } },
    { name: "ended_somehow", what: "ended without a word of how", sets: { order_closed_on: "restrained_on + 9", closed_how: "null" } },
    { name: "recovered_standing", what: "a value recovered from an order that stands", sets: { order_closed_on: "null", closed_how: "null", recovered_value: "100" } },
    { name: "value_missing", what: "no value of what was held back", sets: { restrained_value: "null" } },
    { name: "value_negative", what: "a negative value", sets: { restrained_value: "-500" } },
    { name: "foreign_currency", what: "a value in dollars", sets: { currency: "'USD'" } },
    { name: "how_unknown", what: "an end outside the terminology", sets: { order_closed_on: "restrained_on + 9", closed_how: "'sold'" } },
  ],
});
