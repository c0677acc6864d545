import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Issues answered in public in 60 days",
  family: "community",
  order: 2,
  question: "Do people who raise an issue get an answer that everybody can read?",
  counts:
    "Issues raised from outside the programme to which an answer was published within 60 days, out " +
    "of all issues raised at least 60 days before the records were made.",
  leavesOut:
    "Issues raised less than 60 days before, answered or not: they are not due yet. Leads of liaisons.",
  formula: "issues with a published answer within 60 days ÷ issues raised at least 60 days ago",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "Who raises an issue is owed an answer.",
  settlesAfter: 2,
  says: {
    headline: "{value} of issues had a published answer within 60 days",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["engagements"],
  breakdowns: ["quarter", "partner", "region", "raised_by"],
  source:
    "After partnership practice and the United Nations principle of public reporting (A/HRC/14/46). " +
    "Interval: Wilson 1927.",
  caveats: [
    "Days of the calendar, weekends included.",
    "An answer that was published is not always one that helps.",
    "Issues that nobody wrote down are not counted.",
  ],
});
