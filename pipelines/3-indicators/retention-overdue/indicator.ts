import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Data held past their date, not reviewed",
  family: "guardrails",
  order: 8,
  question: "Are data held past the day by which somebody had to decide?",
  counts:
    "Held files and data sets that passed the day by which they had to be reviewed or " +
    "deleted, out of all that fell due; those reviewed late and those still waiting alike.",
  leavesOut: "Partners that do not record the day of the review.",
  formula:
    "(reviewed after the day due + not reviewed by the cut-off) ÷ holdings that fell due; a " +
    "review on the day due is in time",
  measure: "proportion",
  unit: "share",
  direction: "lower",
  directionWhy: "What is held past its date is held for a reason that nobody has looked at again.",
  says: {
    headline:
      "{value} of the files that fell due were held past their date without a review in time",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["retention"],
  breakdowns: ["quarter", "partner", "sector", "system_class"],
  source:
    "After UN A/HRC/14/46 (good practices on intelligence services), practice 24, and the " +
    "European Data Protection Supervisor’s supervision of Europol. Interval: Wilson 1927.",
  caveats: [
    "A record that was reviewed a day late counts as much as one that still waits: late " +
      "reviews stay in the figure, so that it does not fall by itself with time.",
    "It says nothing of whether a review that came in time was a good one.",
  ],
});
