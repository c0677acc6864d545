import { commonFaults, receivedOn } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/** Recovery comes up to two years after the order, and one case of Capital Crime outweighs its month. */
// prettier-ignore
export default defineSampleKind({
  kind: "asset_orders",
  key: "order_id",
  records: 3600,
  season: -0.05,
  growth: 0.1,
  weekend: 0.2,
  step: noStep,
  share: { "capital-crime": 24, ledger: 20, harbour: 17, northwatch: 15, estuary: 12, gatehouse: 12 },
  choices: {
    order_power: { restraint: 32, freezing: 30, cash_seizure: 26, forfeiture: 12 },
    closed_how: { confiscated: 52, compensated: 10, returned: 26, lapsed: 12 },
  },
  lookups: {
    // Typical value in euros, and typical days until the order ends.
    order_value: { restraint: 60000, freezing: 22000, cash_seizure: 6500, forfeiture: 30000 },
    order_days: { restraint: 640, freezing: 400, cash_seizure: 230, forfeiture: 310 },
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
    { name: "other_currency", what: "another currency", sets: { currency: "'USD'" } },
    { name: "how_unknown", what: "an end outside the terminology", sets: { order_closed_on: "restrained_on + 9", closed_how: "'sold'" } },
  ],
});
