import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Errors per 1,000 exchanges",
  family: "guardrails",
  order: 5,
  question: "How many errors are found for every thousand exchanges?",
  counts:
    "Relevant errors in the use of a power or of data, by the month in which they were found, " +
    "over every thousand requests made in that month.",
  leavesOut: "Nothing: errors of every severity and cause count, whoever found them.",
  formula: "1,000 × errors found ÷ requests sent and received",
  measure: "rate",
  unit: "rate",
  per: 1000,
  direction: "none",
  directionWhy:
    "A body that looks hard and says what it finds has more errors on file than one that does " +
    "not look.",
  says: {
    headline: "{value} errors were found for every 1,000 exchanges",
    higher: "more",
    lower: "fewer",
  },
  tallies: ["errors", "exchanges"],
  breakdowns: ["quarter", "partner", "sector"],
  source:
    "UK Investigatory Powers Act 2016 s.231(9) (what a relevant error is) and the " +
    "Commissioner’s annual reports, there over authorisations. Interval: Garwood 1936.",
  caveats: [
    "An error may concern a power that was used without any exchange; the requests stand for " +
      "how much the partner does.",
    "The number of requests is taken as known; only the errors carry doubt.",
    "Read it beside the share that the bodies found themselves.",
  ],
});
