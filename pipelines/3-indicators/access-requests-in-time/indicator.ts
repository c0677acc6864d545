import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Data requests answered in thirty days",
  family: "rights",
  order: 11,
  question: "Do people get an answer when they ask what is held on them?",
  counts:
    "Requests for access, correction or deletion that had an answer within thirty days, out " +
    "of all whose thirty days had passed.",
  leavesOut:
    "Requests whose thirty days had not passed, even where they had been answered. Partners " +
    "that do not record the day of the answer.",
  formula:
    "requests with day answered ≤ day received + 30 ÷ requests with day received + 30 ≤ " +
    "cut-off (or day of the file, where earlier)",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "A right that is answered too late is a right that was not given.",
  says: {
    headline: "{value} of people’s requests for their data were answered within thirty days",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["access_requests"],
  breakdowns: ["quarter", "partner", "sector", "data_right"],
  source:
    "After UN A/HRC/14/46 (good practices on intelligence services), practice 26, the UK " +
    "Information Commissioner’s report on the timeliness of responses (2020) and the European " +
    "Data Protection Supervisor’s practice; the month of data protection law is taken as " +
    "thirty days. Interval: Wilson 1927.",
  caveats: [
    "An answer can be a refusal: it says that people were answered, not that they got what " +
      "they asked for.",
    "Some laws let the limit be extended for difficult requests; here it is not.",
  ],
});
