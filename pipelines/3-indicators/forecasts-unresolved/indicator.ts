import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Forecasts never scored",
  family: "forecasts",
  order: 2,
  question: "Does anybody check whether forecasts came true?",
  counts:
    "Forecasts whose horizon has passed without a recorded outcome, out of all that are due or resolved.",
  leavesOut:
    "Forecasts whose horizon still lies ahead, and partners that keep no record of outcomes.",
  measure: "proportion",
  unit: "share",
  direction: "lower",
  directionWhy: "A forecast that nobody scores cannot teach, and may hide a failure.",
  says: {
    headline: "{value} of forecasts that were due have no recorded outcome",
    higher: "more",
    lower: "fewer",
  },
  tallies: ["predictions"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source:
    "Mandel and Barnes 2014, PNAS 111(30): unresolved forecasts are published beside the score. Interval: Wilson 1927.",
  caveats: ["If the hard ones stay unscored, the accuracy of the rest looks too good."],
});
