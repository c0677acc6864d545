import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Time from alert to acknowledgement",
  family: "acting-faster",
  order: 1,
  question: "How long until a partner acknowledges an alert?",
  counts:
    "Joint alerts (warnings of a threat, sent to the partners it concerns), each from the moment it reached the partner to the moment the partner acknowledged it.",
  leavesOut:
    "Alerts after the cut-off, and alerts of partners that do not record this moment. Alerts still " +
    "open are counted, with the time they have waited by the end of the cut-off day, or of the day " +
    "on which their file was received if that came first.",
  formula:
    "The first time t at which S(t) is at or below ½, where S(t) is the product over all times u up to t of (1 − alerts acknowledged after exactly u ÷ alerts whose time is at least u). Where S(t) is exactly ½: the midpoint of t and the next time at which S falls, or the longest time seen.",
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
    "Timeliness practice of the UK Office for Statistics Regulation and GOV.UK freedom-of-information statistics: median, share in limit, open cases shown. Estimator: Kaplan and Meier 1958, open alerts counted as lasting at least until the cut-off (“censored”).",
  caveats: [
    "Times are rounded up: to the minute up to 2 hours, to 5 minutes up to a day, to 30 minutes up to 7 days, to 6 hours beyond. The time that an open alert has waited is rounded down on the same steps.",
    "A quick acknowledgement is not always a good one: read it beside the complaints.",
  ],
});
