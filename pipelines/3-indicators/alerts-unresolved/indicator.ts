import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Alerts never resolved",
  family: "bias",
  order: 6,
  question: "How many alerts end without anybody knowing whether they were right?",
  counts: "Joint alerts that were closed without being confirmed or refuted, out of all closed.",
  leavesOut: "Alerts still open, and partners that keep no such record.",
  formula: "alerts closed neither confirmed nor refuted ÷ alerts closed",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why:
      "Of the latest months only what was closed quickly is in it yet, of the year before " +
      "nearly all: part of a difference can come from that.",
  },
  direction: "lower",
  directionWhy: "Nobody can learn from an alert of which nobody knows whether it was right.",
  settlesAfter: 1,
  says: {
    headline: "{value} of closed alerts were neither confirmed nor refuted",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["incidents"],
  breakdowns: [
    "quarter",
    "month",
    "population_group",
    "alert_source",
    "partner",
    "sector",
    "region",
    "threat_type",
  ],
  source:
    "Published beside the share of alerts that proved right, as unresolved forecasts are beside their score (Mandel and Barnes " +
    "2014). Interval: Wilson 1927.",
  caveats: [
    "An alert whose outcome is empty counts as unresolved once it is closed.",
    "An outcome that was forced to be yes or no would lower this share and spoil the share that proved right.",
  ],
});
