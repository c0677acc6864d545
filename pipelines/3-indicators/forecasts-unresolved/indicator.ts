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
  formula: "Forecasts past their horizon without an outcome ÷ (those + forecasts with an outcome)",
  measure: "proportion",
  unit: "share",
  direction: "lower",
  directionWhy: "A forecast that nobody scores cannot teach, and may hide a failure.",
  settlesAfter: 3,
  says: {
    headline: "{value} of forecasts that were due have no recorded outcome",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["predictions"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source:
    "Mandel and Barnes 2014, PNAS 111(30): unresolved forecasts are published beside the score. Interval: Wilson 1927.",
  caveats: [
    "A horizon has passed when it lies before the cut-off day, or before the day on which the partner’s file was received if that came first; an outcome after that day counts as not yet recorded.",
    "If the hard ones stay unscored, the accuracy of the rest looks too good.",
  ],
});
