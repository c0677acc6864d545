import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Independent reviews published",
  family: "evaluation",
  order: 6,
  question: "May the public read what reviewers found?",
  counts:
    "Inspections, evaluations and red-team exercises whose report, or a version of it, was published " +
    "by the cut-off, out of those done.",
  leavesOut:
    "Reviews not done yet, after-action reviews, and partners that do not record publication.",
  formula: "independent reviews published ÷ independent reviews done",
  measure: "proportion",
  unit: "share",
  direction: "none",
  directionWhy:
    "Some reports would help those they warn of, red-team reports above all; the share shows where " +
    "the line is drawn, not where it should be.",
  says: {
    headline: "{value} of the independent reviews done were published",
    higher: "more",
    lower: "fewer",
  },
  tallies: ["reviews"],
  breakdowns: ["quarter", "partner", "sector", "region", "review_type"],
  source:
    "After the publication practice of national audit offices and inspectors-general. Interval: " +
    "Wilson 1927.",
  caveats: [
    "A version with passages taken out counts as published.",
    "Counted in the month by which the review was planned to be done: the latest had little time.",
  ],
});
