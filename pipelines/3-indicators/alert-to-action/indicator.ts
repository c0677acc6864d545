import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Time from alert to first action",
  family: "acting-faster",
  order: 0,
  question: "How long until somebody acts on an alert?",
  counts: "Joint alerts, each from the moment it reached the partner to the first recorded action.",
  leavesOut:
    "Alerts after the cut-off, and alerts of partners that do not record this moment. Alerts still " +
    "open are counted, with the time they have waited so far.",
  measure: "duration",
  unit: "hours",
  binUnit: "minutes",
  direction: "lower",
  directionWhy: "A threat that waits less can do less harm.",
  says: {
    headline: "Half of joint alerts led to a first action within {value}",
    higher: "slower",
    lower: "quicker",
  },
  tallies: ["incidents"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source:
    "GOV.UK and IOPC timeliness statistics: median, ninetieth percentile, share still open. Estimator: Kaplan and Meier 1958, open alerts censored at the cut-off.",
  caveats: [
    "Times are rounded up: to the minute up to 2 hours, to 5 minutes up to a day, coarser beyond.",
    "A quick action is not always a good one: read it beside the complaints.",
  ],
});
