import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Monthly reports received",
  family: "common-ground",
  order: 5,
  question: "Where are the blind spots: who has not reported what, and when?",
  counts:
    "Each month, partner and kind of record that was due, and of these the ones that a file speaks of " +
    "which was received after the month’s end. Due is what a partner has ever submitted or agreed to submit.",
  leavesOut:
    "Months after the cut-off, and kinds that a partner neither submits nor agreed to submit. A file " +
    "that speaks of a month and holds no record of it counts as reported.",
  formula: "months reported ÷ months due, over partners, kinds of record and months",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "What is not reported cannot be overseen.",
  says: {
    headline: "{value} of the monthly reports that partners owed have come",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["reporting"],
  breakdowns: ["quarter", "month", "partner", "sector", "record_kind"],
  source: "Our own, after reporting-rate indicators of statistical offices. Interval: Wilson 1927.",
  caveats: [
    "A month that was reported can be incomplete: it says that a file came, not that all was in it.",
    "The interval treats months as if each were drawn by itself; partners fall silent for months on end.",
  ],
});
