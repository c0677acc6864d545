import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Asset orders that ended in 90 days",
  family: "finance",
  order: 4,
  question: "How soon do owners and victims know what becomes of the assets?",
  counts:
    "Orders that held assets back and ended within 90 days, in whatever way, out of those of the period whose 90 days are over.",
  leavesOut:
    "Orders whose 90 days are not over, ended or not, and orders of partners that do not record the day of the end.",
  formula:
    "orders that ended no later than 90 days after they were made ÷ orders made at least 90 days before the end of what is known",
  measure: "proportion",
  unit: "share",
  direction: "none",
  directionWhy:
    "An order that stands keeps somebody from what may be theirs; one that ends too early can lose the case.",
  settlesAfter: 3,
  says: {
    headline: "{value} of orders over assets ended within 90 days",
    higher: "a larger share",
    lower: "a smaller share",
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
    "How an order ended is not in the figure: one whose assets were given back counts like one whose assets were confiscated.",
    "Orders of the last 90 days before the cut-off are not in it, so that the latest months are missing or hold few.",
  ],
});
