import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Monthly reports on time",
  family: "common-ground",
  order: 4,
  question: "Do partners report when they said they would?",
  counts:
    "Each month, partner and kind of record that was due, and of these the ones whose first file came " +
    "in time: the programme says how many days after the cut-off of the first release that speaks of " +
    "the month. The first file is the first that was received on the month’s last day or later.",
  leavesOut:
    "Months after the cut-off. A month that was never reported counts as not on time. A file that " +
    "replaces an earlier one does not make its months late.",
  formula: "months whose first file came by the day due ÷ months due",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: false,
    why:
      "All months of one release come in the same few files, so that one delivery decides much " +
      "of a year.",
  },
  direction: "higher",
  directionWhy: "A release can only speak of what has come.",
  says: {
    headline: "{value} of the monthly reports that partners owed came on time",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["reporting"],
  breakdowns: ["quarter", "month", "partner", "sector", "record_kind"],
  source: "Our own, after timeliness indicators of statistical offices. Interval: Wilson 1927.",
  caveats: [
    "Months are delivered in files: one late file makes all its months late.",
    "The interval treats months as if each were drawn by itself, and is too narrow for it.",
  ],
});
