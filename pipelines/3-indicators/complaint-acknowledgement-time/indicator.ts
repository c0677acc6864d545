import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Time to acknowledge complaints",
  family: "rights",
  order: 4,
  question: "How long until a person hears that their complaint arrived?",
  counts:
    "Complaints about rights, each from receipt to acknowledgement, in whole days; those still open with their age on the cut-off day, or on the day their file was received if that came first.",
  leavesOut:
    "Complaints of partners that do not record the day of acknowledgement. Open complaints are not left out.",
  formula:
    "The first time t at which S(t) is at or below ½, where S(t) is the product over all times u up to t of (1 − complaints acknowledged after exactly u ÷ complaints whose time is at least u). Where S(t) is exactly ½: the midpoint of t and the next time at which S falls, or the longest time seen.",
  measure: "duration",
  unit: "days",
  direction: "lower",
  directionWhy: "Justice that comes late is worth less to the person who waits.",
  says: {
    headline: "Half of complaints were acknowledged within {value}",
    higher: "slower",
    lower: "quicker",
  },
  tallies: ["complaints"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "right_engaged"],
  source:
    "Australian Inspector-General of Intelligence and Security, performance criteria (acknowledgement within five business days). Estimator: Kaplan and Meier 1958.",
  caveats: [
    "Days of the calendar, weekends included.",
    "A quick answer is not always a thorough one: read it beside the share upheld.",
  ],
});
