import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Errors found by the body itself",
  family: "guardrails",
  order: 6,
  question: "Do partners find their own errors before others do?",
  counts:
    "Errors that the body itself found and put on file, out of all errors of which it is " +
    "stated who found them.",
  leavesOut: "Errors of which it is not stated who found them.",
  formula: "errors found by the body itself ÷ errors whose finder is stated",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "A body that finds its own errors looks for them, and can mend them sooner.",
  says: {
    headline: "{value} of errors were found by the body that made them",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["errors"],
  breakdowns: ["quarter", "partner", "sector", "error_cause"],
  source:
    "UK Investigatory Powers Commissioner’s Office, annual report 2018, on a culture of " +
    "self-reporting. Interval: Wilson 1927.",
  caveats: [
    "It also rises when there are fewer inspections: read it beside the number of errors.",
    "Errors that nobody found are in neither number.",
  ],
});
