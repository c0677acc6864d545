import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Orders over assets that have ended",
  family: "finance",
  order: 4,
  question: "How many owners and victims know what becomes of the assets?",
  counts:
    "Orders that held assets back and have ended, in whatever way, out of all that were made in the period.",
  leavesOut: "Orders of partners that do not record the day of the end.",
  formula: "orders of the period that ended by the cut-off ÷ orders of the period",
  measure: "proportion",
  unit: "share",
  direction: "none",
  directionWhy:
    "An order that stands keeps somebody from what may be theirs; one that ends too early can lose the case.",
  says: {
    headline: "{value} of orders over assets have ended",
    higher: "more",
    lower: "fewer",
  },
  tallies: ["asset_orders"],
  breakdowns: ["quarter", "month", "partner", "order_basis"],
  labels: {
    order_basis: {
      held: "Restrained or frozen for a case",
      seized: "Cash seized, or forfeited without a conviction",
    },
  },
  source:
    "After the UK Home Office asset recovery statistics, user guide, which follow an order from restraint to its end. Interval: Wilson 1927.",
  caveats: [
    "By the month of the order: recent orders have had little time to end, so that periods of different age do not compare.",
  ],
});
