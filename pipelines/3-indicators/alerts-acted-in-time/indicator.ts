import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Alerts acted on within the agreed limit",
  family: "acting-faster",
  order: 2,
  question: "Do partners act within the limit they agreed?",
  counts:
    "Alerts whose first action came within the agreed limit, out of all alerts that were due.",
  leavesOut:
    "Alerts still open that have waited less than the limit: they are not due yet. Alerts of " +
    "partners that do not record the first action.",
  formula:
    "Alerts acted on within the limit ÷ (alerts acted on + alerts still open that have waited at least the limit)",
  measure: "proportion",
  unit: "share",
  limit: { value: 360, unit: "minutes" },
  target: { value: 0.6, words: "agreed: 60% in time" },
  direction: "higher",
  directionWhy: "The limit is what the partners promised each other.",
  says: {
    headline: "{value} of joint alerts were acted on within the agreed limit",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["incidents"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source:
    "Timeliness indicators of the Australian Inspector-General of Intelligence and Security " +
    "(share within a fixed limit). Interval: Wilson 1927.",
  caveats: [
    "What happened after the cut-off, or after the day on which a partner’s file was received, counts as not yet happened.",
    "A limit says nothing of how late the late ones were: read it beside the median and the slowest tenth.",
  ],
});
