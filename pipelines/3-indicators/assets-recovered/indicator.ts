import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Assets recovered",
  family: "finance",
  order: 3,
  question: "How much of what was held back was recovered in the end?",
  counts:
    "The value recovered (taken for good, or paid to victims) from orders over assets that have ended, by the month in which the assets were held back.",
  leavesOut:
    "Orders that stand, whatever they will bring. A value that is not known is counted as unknown, never as nothing.",
  formula:
    "sum of the value recovered over the orders of the period that have ended with a known value",
  measure: "amount",
  unit: "money",
  yearBefore: {
    judged: false,
    why: "Orders of the latest year have had less time to end: its sum will still grow.",
  },
  direction: "none",
  directionWhy: "A few very large cases decide the sum, and a larger sum can mean more crime.",
  settlesAfter: null,
  says: {
    headline: "{value} has been recovered so far from assets held back in twelve months",
    higher: "more",
    lower: "less",
  },
  tallies: ["asset_orders"],
  breakdowns: ["quarter", "month", "order_basis"],
  labels: {
    order_basis: {
      held: "Restrained or frozen for a case",
      seized: "Cash seized, or forfeited without a conviction",
    },
  },
  source: "UK Home Office asset recovery statistics, user guide; FATF Immediate Outcome 8.",
  caveats: [
    "By the month of the order and not of the recovery: orders take long to end, so that recent months hold little yet and still grow.",
    "In the prices of the day: not adjusted for inflation.",
    "Orders over assets are records of their own: the sums recorded with disruptions can speak of the same assets and are not to be added to these.",
  ],
});
