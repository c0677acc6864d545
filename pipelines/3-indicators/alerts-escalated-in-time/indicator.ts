import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Alerts escalated in time",
  family: "command",
  order: 2,
  question: "Does what is serious reach those who decide?",
  counts:
    "Joint alerts above the agreed threshold that were first escalated within the agreed limit " +
    "after the alert, out of all above the threshold that were due.",
  leavesOut:
    "Alerts below the threshold or of which it is not known, alerts that have waited less than the " +
    "limit, and partners that keep no such record.",
  formula:
    "alerts above the threshold escalated within the limit ÷ alerts above the threshold that were due",
  measure: "proportion",
  unit: "share",
  limit: { value: 30, unit: "minutes" },
  direction: "higher",
  directionWhy: "A decision can be no quicker than the news that asks for it.",
  says: {
    headline: "{value} of alerts above the threshold were escalated within the agreed limit",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["incidents"],
  breakdowns: ["quarter", "month", "rung", "partner", "sector", "region", "threat_type"],
  labels: {
    rung: {
      "0": "Never escalated",
      "1": "Level 1",
      "2": "Level 2",
      "3": "Level 3",
      "4": "Level 4, the highest",
      "not known": "Level not known",
    },
  },
  source:
    "After the escalation procedures of incident management (agreed threshold, agreed time). " +
    "Interval: Wilson 1927.",
  caveats: [
    "The level (“rung”) is the highest that the alert reached; the time is that of the first escalation.",
    "Partners judge themselves whether an alert was above the threshold: one that sets it high looks quick.",
    "Times are rounded up to 5 minutes up to 2 hours, to 30 minutes up to a day, coarser beyond: a limit on such a step is exact.",
  ],
});
