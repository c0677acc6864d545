import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Time from alert to acknowledgement",
  family: "acting-faster",
  order: 1,
  question: "How long until a partner acknowledges an alert?",
  counts:
    "Joint alerts, each from the moment it reached the partner to the moment the partner acknowledged it.",
  leavesOut:
    "Alerts after the cut-off, and alerts of partners that do not record this moment. Alerts still " +
    "open are counted, with the time they have waited so far.",
  measure: "duration",
  unit: "minutes",
  direction: "lower",
  directionWhy: "A threat that waits less can do less harm.",
  says: {
    headline: "Half of joint alerts were acknowledged within {value}",
    higher: "slower",
    lower: "quicker",
  },
  tallies: ["incidents"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source:
    "Timeliness practice of the UK Office for Statistics Regulation and GOV.UK freedom-of-information statistics: median, share in limit, open cases shown. Estimator: Kaplan and Meier 1958, open alerts censored at the cut-off.",
  caveats: [
    "Times are rounded up: to the minute up to 2 hours, to 5 minutes up to a day, coarser beyond.",
    "A quick acknowledgement is not always a good one: read it beside the complaints.",
  ],
});
