import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Independent reviews published in time",
  family: "evaluation",
  order: 6,
  question: "May the public read what reviewers found?",
  counts:
    "Inspections, evaluations and red-team exercises whose report, or a version of it, was published " +
    "within 120 days of being done, out of those done at least 120 days before the cut-off.",
  leavesOut:
    "Reviews not done yet or done later, after-action reviews, and partners that do not record " +
    "publication. One published after 120 days is not left out: it counts as not.",
  formula:
    "independent reviews published within 120 days of being done ÷ independent reviews done at least " +
    "120 days before the cut-off",
  measure: "proportion",
  unit: "share",
  direction: "none",
  directionWhy:
    "Some reports would help those they warn of, red-team reports above all; the share shows where " +
    "the line is drawn, not where it should be.",
  says: {
    headline: "{value} of independent reviews were published within 120 days of being done",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["reviews"],
  breakdowns: ["quarter", "partner", "sector", "region", "review_type"],
  source:
    "After the publication practice of national audit offices and inspectors-general. Interval: " +
    "Wilson 1927.",
  caveats: [
    "A version with passages taken out counts as published.",
    "Counted in the month by which the review was first planned to be done.",
  ],
});
