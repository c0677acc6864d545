import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Time from alert to sharing",
  family: "command",
  order: 1,
  question: "How long until an alert is shared with another partner?",
  counts:
    "Joint alerts (warnings of a threat, sent to the partners it concerns), each from the moment it reached the partner to the moment it was shared with another partner.",
  leavesOut:
    "Alerts after the cut-off, and alerts of partners that do not record this moment. Alerts still " +
    "open are counted, with the time they have waited by the end of the cut-off day, or of the day " +
    "on which their file was received if that came first.",
  formula:
    "The first time t at which S(t) is at or below ½, where S(t) is the product over all times u up to t of (1 − alerts shared after exactly u ÷ alerts whose time is at least u). Where S(t) is exactly ½: the midpoint of t and the next time at which S falls, or the longest time seen.",
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
    "Joint-team practice; Eurojust reporting on casework timeliness. Estimator: Kaplan and Meier 1958, open alerts counted as lasting at least until the cut-off (“censored”).",
  caveats: [
    "Times are rounded up: to the minute up to 2 hours, to 5 minutes up to a day, to 30 minutes up to 7 days, to 6 hours beyond. The time that an open alert has waited is rounded down on the same steps.",
    "Sharing quickly is not always sharing well: read it beside the complaints.",
  ],
});
