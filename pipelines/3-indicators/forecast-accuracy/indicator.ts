import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Accuracy of threat forecasts",
  family: "forecasts",
  order: 0,
  question: "How far off are forecasts, and do they beat a guess?",
  counts:
    "Resolved forecasts: the squared distance between the probability given and what happened, " +
    "averaged (the Brier score). 0 is perfect; always saying 50% scores 0.25.",
  leavesOut: "Forecasts that are not resolved, and outcomes that are neither yes nor no.",
  formula:
    "Sum over resolved forecasts of (probability − outcome)² ÷ number of resolved forecasts; the probability from 0 to 1, the outcome 1 where it happened and 0 where it did not",
  measure: "forecast",
  unit: "score",
  yearBefore: {
    judged: true,
    why:
      "Of the latest months only forecasts that were resolved early are in it: part of a " +
      "difference can come from that.",
  },
  direction: "lower",
  directionWhy: "A lower score means forecasts lay nearer to what happened.",
  settlesAfter: 3,
  says: {
    headline:
      "Threat forecasts had an error score of {value}{doubt}; 0 is perfect, and always saying 50% " +
      "scores 0.25",
    higher: "worse",
    lower: "better",
  },
  tallies: ["predictions"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source:
    "Brier 1950. Mandel and Barnes 2014, Accuracy of forecasts in strategic intelligence, PNAS " +
    "111(30). Area under the curve: DeLong, DeLong and Clarke-Pearson 1988.",
  caveats: [
    "What happened after the cut-off, or after the day on which a partner’s file was received, counts as not yet happened.",
    "Easy questions score better than hard ones: compare with the skill, which measures against the base rate of the same set.",
    "The latest months hold only forecasts that were resolved early: they change with later releases.",
    "A forecast can change what happens: a warning that is heeded looks wrong.",
  ],
});
