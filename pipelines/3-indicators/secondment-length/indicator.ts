import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Length of secondments",
  family: "capacity",
  order: 3,
  question: "Do people stay long enough with another partner to learn from it?",
  counts:
    "Secondments begun in the twelve months, each by its days, the first and the last both counted; " +
    "those that still run with their days so far.",
  leavesOut:
    "Secondments of partners that do not record the end. Those that still run are not left out.",
  formula:
    "the days by which half of secondments have ended, from the Kaplan–Meier curve of their days, " +
    "running ones counted as lasting at least their days so far",
  measure: "duration",
  unit: "days",
  direction: "none",
  directionWhy:
    "A week teaches little and a year empties a desk; which length is right is not for a number to say.",
  says: {
    headline: "Half of secondments had ended within {value}",
    higher: "longer",
    lower: "shorter",
  },
  tallies: ["secondments"],
  breakdowns: ["quarter", "partner", "sector", "region"],
  source:
    "After the practice of joint teams. Estimator: Kaplan and Meier 1958, running secondments " +
    "counted as lasting at least until the cut-off (“censored”).",
  caveats: [
    "Days of the calendar, weekends included.",
    "A secondment that was broken off counts as ended.",
  ],
});
