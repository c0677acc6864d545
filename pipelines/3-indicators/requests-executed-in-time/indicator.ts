import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Requests executed within ninety days",
  family: "guardrails",
  order: 1,
  question: "Are requests for help executed in time?",
  counts:
    "Requests that were executed within ninety days, on conditions or without, out of all " +
    "whose ninety days had passed and that were not refused or withdrawn.",
  leavesOut:
    "Requests whose ninety days had not passed, even where they had been executed: else recent " +
    "months would look better than they are. Requests that were refused or withdrawn. Partners " +
    "that do not record how requests end.",
  formula:
    "requests executed within 90 days ÷ (requests executed + requests open), of those made at " +
    "least 90 days before the cut-off, or before the day of the file where that is earlier",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "Whoever asks for help must be able to count on a day.",
  settlesAfter: 1,
  says: {
    headline: "{value} of requests for help were executed within ninety days",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["exchanges"],
  breakdowns: ["quarter", "partner", "sector", "request_urgency"],
  source:
    "Limit: 90 days to execute, Directive 2014/41/EU article 12(4), there counted from the " +
    "decision to recognise an investigation order; applied here to every kind of request and " +
    "from the day it was made. Interval: Wilson 1927.",
  caveats: [
    "A limit says nothing of how late the late ones were: read it beside the time to execute.",
    "One limit for all: a request of three days and one of eighty-nine count alike, urgent or not.",
  ],
});
