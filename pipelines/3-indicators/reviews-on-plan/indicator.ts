import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Independent reviews on plan",
  family: "evaluation",
  order: 5,
  question: "Are independent reviews done when they were planned?",
  counts:
    "Inspections, evaluations and red-team exercises done by the day first planned, out of those " +
    "whose planned day has passed.",
  leavesOut:
    "After-action reviews, which partners make of their own work, and partners that do not record " +
    "the day. A review done late is not left out: it counts as not on plan.",
  formula:
    "independent reviews done by the day first planned ÷ independent reviews whose planned day has " +
    "passed",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "A review that keeps being put off protects nobody.",
  says: {
    headline: "{value} of independent reviews were done by the day planned",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["reviews"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "review_type"],
  source:
    "After the work plans that national audit offices and inspectors-general report against. " +
    "Interval: Wilson 1927.",
  caveats: [
    "An inspection counts once for each activity category that it was to look at.",
    "Who plans little is soon on plan: read it beside the coverage of inspections.",
  ],
});
