import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Time to close complaints",
  family: "rights",
  order: 0,
  question: "How long until a complaint is answered?",
  counts:
    "Complaints about rights, each from receipt to closing, in whole days; those still open with their age on the cut-off day, or on the day their file was received if that came first.",
  leavesOut:
    "Complaints of partners that do not record the day of closing. Open complaints are not left out.",
  formula:
    "The first time t at which S(t) is at or below ½, where S(t) is the product over all times u up to t of (1 − complaints closed after exactly u ÷ complaints whose time is at least u). Where S(t) is exactly ½: the midpoint of t and the next time at which S falls, or the longest time seen.",
  measure: "duration",
  unit: "days",
  direction: "lower",
  directionWhy: "Justice that comes late is worth less to the person who waits.",
  says: {
    headline: "Half of complaints were closed within {value}",
    higher: "slower",
    lower: "quicker",
  },
  tallies: ["complaints"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "right_engaged"],
  source:
    "UK Independent Office for Police Conduct, police complaints statistics (days to finalise). Estimator: Kaplan and Meier 1958, open complaints counted as lasting at least until the cut-off (“censored”).",
  caveats: [
    "Days of the calendar, weekends included.",
    "A quick answer is not always a thorough one: read it beside the share upheld.",
  ],
});
