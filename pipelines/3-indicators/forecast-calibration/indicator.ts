import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Calibration of threat forecasts",
  family: "forecasts",
  order: 1,
  question: "When forecasters say 70%, does it happen in seven cases of ten?",
  counts:
    "Resolved forecasts: how much of the Brier score comes from probabilities that do not match " +
    "what happened (miscalibration). 0 is perfect.",
  leavesOut: "Forecasts that are not resolved, and outcomes that are neither yes nor no.",
  formula:
    "Brier score of the forecasts − Brier score of the same forecasts after isotonic regression: each probability replaced by the share that happened, pooled with its neighbours until shares never fall as probabilities rise",
  measure: "forecast",
  unit: "score",
  headline: "miscalibration",
  direction: "lower",
  directionWhy: "A decision-maker must be able to take a probability at its word.",
  says: {
    headline:
      "Probabilities in threat forecasts had an error score of {value}{doubt}; 0 is perfect, and " +
      "always ten percentage points too high scores 0.01",
    higher: "more",
    lower: "less",
  },
  tallies: ["predictions"],
  breakdowns: ["sector", "region", "threat_type"],
  source:
    "Dimitriadis, Gneiting and Jordan 2021, Stable reliability diagrams for probabilistic " +
    "classifiers, PNAS 118(8): the CORP decomposition by isotonic regression.",
  caveats: [
    "What happened after the cut-off, or after the day on which a partner’s file was received, counts as not yet happened.",
    "Miscalibration is never below 0, so small sets look worse than they are: read it beside the number of forecasts. It is not given by month, quarter or partner for that reason.",
    "The distance counts squared: forecasts that are all ten percentage points too high score " +
      "0.01, and all twenty points too high 0.04.",
    "No interval is given: there is none that holds for small sets.",
  ],
});
