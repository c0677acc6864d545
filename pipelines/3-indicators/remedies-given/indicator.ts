import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Remedies given where upheld",
  family: "rights",
  order: 5,
  question: "When a complaint was upheld, was something put right?",
  counts:
    "Complaints upheld in full or in part after which a remedy was given, out of those of which it is known.",
  leavesOut: "Complaints that were not upheld, and upheld ones whose remedy is not known.",
  formula:
    "Complaints upheld in full or in part with a remedy ÷ complaints upheld in full or in part whose remedy, or lack of one, is known",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why: "The latest year can still rise: the year before has had a year longer to catch up.",
  },
  direction: "higher",
  directionWhy: "A right without a remedy is only a promise.",
  settlesAfter: 6,
  says: {
    headline: "A remedy was given after {value} of complaints that were upheld",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["complaints"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "right_engaged"],
  source: "United Nations A/HRC/14/46, practices on remedies. Interval: Wilson 1927.",
  caveats: [
    "What happened after the cut-off, or after the day on which a partner’s file was received, counts as not yet happened.",
    "An apology and a compensation count the same; whether the person found it enough is not known.",
  ],
});
