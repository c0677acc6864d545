import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Debriefs held",
  family: "command",
  order: 4,
  question: "Do partners sit down afterwards and learn?",
  counts:
    "Closed alerts after which a joint debrief was held, out of closed alerts of which it is known.",
  leavesOut:
    "Alerts still open, alerts of which it is not known, and partners that keep no such record.",
  formula: "Closed alerts with a debrief ÷ closed alerts of which it is known",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why:
      "Of the latest months only what was closed quickly is in it yet, of the year before " +
      "nearly all: part of a difference can come from that.",
  },
  direction: "higher",
  directionWhy: "A debrief is how a mistake is found before it is repeated.",
  settlesAfter: 2,
  says: {
    headline: "A joint debrief was held after {value} of closed alerts",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["incidents"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source: "After-action review practice of joint teams. Interval: Wilson 1927.",
  caveats: [
    "What happened after the cut-off, or after the day on which a partner’s file was received, counts as not yet happened.",
    "It counts debriefs, not whether their lessons were acted on.",
  ],
});
