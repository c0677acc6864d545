import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Time to execute requests",
  family: "guardrails",
  order: 0,
  question: "How long until a request for help is executed?",
  counts:
    "Requests for assistance or information, sent and received, each from the day it reached " +
    "the body that was asked to its execution, in whole days; those still open with their " +
    "age.",
  leavesOut:
    "Requests that were refused or withdrawn, which are never executed, and those of partners " +
    "that do not record how requests end. Open requests are not left out.",
  formula:
    "The first time t at which S(t) is at or below ½, where S(t) is the product over all " +
    "times u up to t of (1 − requests executed after exactly u ÷ requests whose time is at " +
    "least u). Where S(t) is exactly ½: the midpoint of t and the next time at which S falls, " +
    "or the longest time seen.",
  measure: "duration",
  unit: "days",
  limit: { value: 90, unit: "days" },
  direction: "lower",
  directionWhy: "Help that comes late can be no help, and keeps people under suspicion longer.",
  says: {
    headline: "Half of requests for help were executed within {value}",
    higher: "slower",
    lower: "quicker",
  },
  tallies: ["exchanges"],
  breakdowns: [
    ...["quarter", "month", "partner", "sector", "region"],
    ...["request_direction", "request_urgency", "counterpart_sector", "partner,request_urgency"],
  ],
  source:
    "After the statistics on mutual legal assistance that FATF Recommendation 33 asks for; " +
    "limit: 90 days to execute, Directive 2014/41/EU article 12(4), applied here to every " +
    "kind of request and from the day it was made. Estimator: Kaplan and Meier 1958, open " +
    "requests counted as lasting at least until the cut-off (“censored”).",
  caveats: [
    "Days of the calendar, weekends included.",
    "An open request may yet be refused or withdrawn: it counts as one that may still be " +
      "executed, which makes the times a little longer than they are.",
    "It says how long a request took, not whether the answer was complete or of use.",
  ],
});
