import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Inspection coverage",
  family: "evaluation",
  order: 4,
  question: "How much of what partners do was looked at?",
  counts:
    "Activity categories of a body that were inspected by the cut-off, out of those due for " +
    "inspection in the twelve months.",
  leavesOut:
    "Categories whose inspection is not due yet, and partners that do not record the day. A category " +
    "that was due and not inspected is not left out.",
  formula:
    "activity categories inspected ÷ activity categories due for inspection, over all bodies",
  measure: "proportion",
  unit: "share",
  target: { value: 0.75, words: "agreed: three in four categories" },
  yearBefore: {
    judged: true,
    why: "The latest year can still rise: the year before has had a year longer to catch up.",
  },
  direction: "higher",
  directionWhy: "What is never inspected is lawful only by its own account.",
  settlesAfter: 3,
  says: {
    headline: "{value} of the activity categories due for inspection were inspected",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["reviews"],
  breakdowns: ["quarter", "partner", "sector", "region", "review_category"],
  source:
    "Australian Inspector-General of Intelligence and Security, annual performance statement (at " +
    "least 75% of each agency’s activity categories). Interval: Wilson 1927.",
  caveats: [
    "One category of one body, due once a year, is one case: a body that plans an inspection of the " +
      "same category twice counts twice.",
    "A category that nobody planned to inspect is not in it; the programme agrees on ten.",
    "It says that somebody looked, not how closely.",
  ],
});
