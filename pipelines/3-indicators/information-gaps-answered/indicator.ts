import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Information gaps answered",
  family: "shared-picture",
  order: 2,
  question: "When somebody says what they do not know, does anybody answer?",
  counts:
    "Joint alerts with a flagged information gap that was answered by the cut-off, out of alerts " +
    "with a flagged gap.",
  leavesOut: "Alerts for which no gap was flagged, and partners that keep no such record.",
  formula: "alerts whose flagged gap was answered ÷ alerts with a flagged gap",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why: "The latest year can still rise: the year before has had a year longer to catch up.",
  },
  direction: "higher",
  directionWhy: "A gap that somebody flags is knowledge that another partner may hold.",
  says: {
    headline: "Information gaps were answered for {value} of the alerts that had one flagged",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["incidents"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source: "After the practice of tracking requests for information. Interval: Wilson 1927.",
  caveats: [
    "A gap that was flagged shortly before the cut-off counts as unanswered: the latest month looks worse than it will.",
    "Gaps that nobody flagged are in no record, and an answer can be a poor one.",
  ],
});
