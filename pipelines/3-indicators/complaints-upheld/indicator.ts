import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Complaints upheld",
  family: "rights",
  order: 3,
  question: "How often is a complaint found to be justified?",
  counts: "Complaints upheld in full or in part, out of those decided on their substance.",
  leavesOut: "Complaints not decided yet, and those that were withdrawn.",
  formula:
    "Complaints upheld in full or in part ÷ complaints upheld in full, upheld in part or not upheld",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why:
      "Of the latest months only what was decided quickly is in it yet, of the year before " +
      "nearly all: part of a difference can come from that.",
  },
  direction: "none",
  directionWhy: "A higher share can mean worse conduct or a fairer hearing.",
  settlesAfter: 6,
  says: {
    headline: "{value} of decided complaints were upheld in full or in part",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["complaints"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "right_engaged"],
  source:
    "UK Independent Office for Police Conduct and British Columbia OPCC outcome statistics. Interval: Wilson 1927.",
  caveats: [
    "What happened after the cut-off, or after the day on which a partner’s file was received, counts as not yet happened.",
    "Counted by the month of receipt: recent months hold only the complaints that were decided quickly.",
  ],
});
