import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Time until recommendations are verified",
  family: "evaluation",
  order: 1,
  question: "How long until a recommendation is done, and seen to be done?",
  counts:
    "Recommendations and red-team findings, each from the day it was made until somebody independent " +
    "found it done, in whole days; those still open with their age.",
  leavesOut:
    "Recommendations addressed to partners that keep no record of verification. Open ones are not " +
    "left out.",
  formula:
    "the days by which half of recommendations are verified, from the Kaplan–Meier curve of days from " +
    "made to verified, open ones counted as lasting at least their age",
  measure: "duration",
  unit: "days",
  direction: "lower",
  directionWhy: "What was found wrong stays wrong until it is mended.",
  says: {
    headline: "Half of recommendations were verified as done within {value}",
    higher: "slower",
    lower: "quicker",
  },
  tallies: ["recommendations"],
  breakdowns: [
    "quarter",
    "partner",
    "sector",
    "region",
    "recommendation_source",
    "recommendation_priority",
  ],
  source:
    "After HM Inspectorate of Constabulary’s register of recommendations. Estimator: Kaplan and " +
    "Meier 1958, open recommendations counted as lasting at least until the cut-off (“censored”).",
  caveats: [
    "Days of the calendar, weekends included.",
    "It holds the waiting for whoever verifies, which is not the body’s to shorten.",
    "Critical recommendations are due sooner: a change in their part moves the figure.",
  ],
});
