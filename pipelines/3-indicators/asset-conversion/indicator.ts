import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Share recovered of assets held back",
  family: "finance",
  order: 2,
  question: "Of the money that was held back, how much was recovered?",
  counts:
    "The value recovered from orders over assets that have ended, as a share of the value that the same orders had held back, by the month in which they were made. Sums are added up before they are divided: a large order counts for more than a small one.",
  leavesOut:
    "Orders that stand, and orders that ended with a value that is not known: both of their sums. Gains and losses of value while an order stood are not taken out, so that the share can be above 100%.",
  formula:
    "sum of the value recovered ÷ sum of the value restrained, both over the orders of the period that have ended with a known value recovered",
  measure: "money-share",
  unit: "share",
  yearBefore: {
    judged: false,
    why:
      "Orders of the latest year that have ended are those that ended quickly: its share will " +
      "still change.",
  },
  direction: "none",
  directionWhy:
    "A higher share can mean better cases, or that only easy ones have ended yet; a lower one that courts gave back what should not have been taken.",
  says: {
    headline: "Of the money held back by orders that have ended, {value} was recovered",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["asset_orders"],
  breakdowns: ["quarter", "month", "order_basis"],
  labels: {
    order_basis: {
      held: "Restrained or frozen for a case",
      seized: "Cash seized, or forfeited without a conviction",
    },
  },
  source:
    "UK Home Office asset recovery statistics, user guide (restrained, seized, frozen, recovered). No interval: the sums are of all orders, not of a sample.",
  caveats: [
    "Orders that end early are other orders than those that end late, so that the share of a recent month is of few and easy ones, and will change as more end. The number of orders beside it says of how many.",
    "One very large order can decide the share of a month or a quarter.",
    "In the prices of the day: not adjusted for inflation between the order and its end.",
  ],
});
