import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Legal basis and review on file",
  family: "guardrails",
  order: 3,
  question: "Can partners show why each exchange was lawful and proportionate?",
  counts:
    "Requests whose legal basis is documented and whose necessity and proportionality were " +
    "reviewed, out of those of which both are known, or one is known to be missing.",
  leavesOut:
    "Requests of which it is not known, and those of partners that do not record one of the two.",
  formula:
    "requests with both a documented legal basis and a proportionality review ÷ (requests " +
    "with both + requests that are known to lack one)",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "What is not on file cannot be checked by anybody afterwards.",
  says: {
    headline: "{value} of requests had both a legal basis and a proportionality review on file",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["exchanges"],
  breakdowns: ["quarter", "month", "partner", "sector", "region"],
  source:
    "After UN A/HRC/14/46 (good practices on intelligence services), practices 31 and 33. " +
    "Interval: Wilson 1927.",
  caveats: [
    "It says that a document is there, not that its reasons are good.",
    "A partner that leaves the answer empty is left out: read it beside the completeness of " +
      "what was submitted.",
  ],
});
