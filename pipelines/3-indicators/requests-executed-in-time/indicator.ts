import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Requests executed within the limit",
  family: "guardrails",
  order: 1,
  question: "Are requests for help executed within the limit?",
  counts:
    "Requests that were executed within the limit, on conditions or without, out of all that " +
    "were made so long before the last day observed that the limit had passed, and were not " +
    "refused or withdrawn.",
  leavesOut:
    "Requests younger than the limit, even where they have been executed: else recent months " +
    "would look better than they are. Requests that were refused or withdrawn. Partners that " +
    "do not record how requests end.",
  formula:
    "requests executed within 90 days ÷ (requests executed + requests open), of those made at " +
    "least 90 days before the cut-off, or before the day of the file where that is earlier",
  measure: "proportion",
  unit: "share",
  limit: { value: 90, unit: "days" },
  direction: "higher",
  directionWhy: "The limit is what a body that asks for help can count on.",
  says: {
    headline: "{value} of requests for help were executed within the limit",
    higher: "more",
    lower: "fewer",
  },
  tallies: ["exchanges"],
  breakdowns: ["quarter", "partner", "request_direction", "request_urgency"],
  source:
    "Limit: 90 days to execute, Directive 2014/41/EU article 12(4), there counted from the " +
    "decision to recognise an investigation order; applied here to every kind of request and " +
    "from the day it was made. Interval: Wilson 1927.",
  caveats: [
    "A limit says nothing of how late the late ones were: read it beside the time to execute.",
    "A programme may agree on another limit of up to 180 days. For one other than 30, 90 or " +
      "180 days, requests count from the next of these on.",
  ],
});
