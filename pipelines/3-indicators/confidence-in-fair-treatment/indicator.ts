import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Confidence in fair treatment",
  family: "community",
  order: 1,
  question: "Do people expect to be treated fairly?",
  counts:
    "Respondents who agree that police and services treat people like them fairly, out of all who " +
    "answered, each with the weight of the survey’s design.",
  leavesOut:
    "Respondents who gave no answer. Who neither agrees nor disagrees has answered, and does not agree.",
  formula: "sum of the weights of those who agree ÷ sum of the weights of those who answered",
  measure: "score",
  unit: "share",
  direction: "higher",
  directionWhy: "A programme that people hold to be unfair can lose their help.",
  says: {
    headline: "{value} of people agree that police and services treat people like them fairly",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["surveys"],
  breakdowns: ["quarter", "survey_stratum"],
  source:
    "After the confidence items of national crime surveys. Interval: linearised over strata and " +
    "sampling points (Lumley 2010).",
  caveats: [
    "What people expect is not what happens to them: read it beside complaints and the gaps between groups.",
    "People who are never at home, or who do not open to an interviewer, are not asked.",
    "Sampling points are interviewed as a whole, so that respondents of one are alike: the interval says so.",
  ],
});
