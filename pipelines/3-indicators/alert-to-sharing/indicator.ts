import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Time from alert to sharing",
  family: "command",
  order: 1,
  question: "How long until an alert is shared with another partner?",
  counts:
    "Joint alerts, each from the moment it reached the partner to the moment it was shared with another partner.",
  leavesOut:
    "Alerts after the cut-off, and alerts of partners that do not record this moment. Alerts still " +
    "open are counted, with the time they have waited so far.",
  measure: "duration",
  unit: "hours",
  binUnit: "minutes",
  direction: "lower",
  directionWhy: "A threat that waits less can do less harm.",
  says: {
    headline: "Half of joint alerts were shared with another partner within {value}",
    higher: "slower",
    lower: "quicker",
  },
  tallies: ["incidents"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source:
    "Joint-team practice; Eurojust reporting on casework timeliness. Estimator: Kaplan and Meier 1958, open alerts censored at the cut-off.",
  caveats: [
    "Times are rounded up: to the minute up to 2 hours, to 5 minutes up to a day, coarser beyond.",
    "A quick share is not always a good one: read it beside the complaints.",
  ],
});
