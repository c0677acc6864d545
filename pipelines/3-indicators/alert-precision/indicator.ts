import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Alerts that proved right",
  family: "bias",
  order: 5,
  question: "How often is an alert right, and for whom?",
  counts: "Closed joint alerts that were confirmed, out of those that were confirmed or refuted.",
  leavesOut:
    "Alerts still open, alerts that were closed without being resolved, and partners that keep no " +
    "such record.",
  formula: "alerts confirmed ÷ (alerts confirmed + alerts refuted)",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why:
      "Of the latest months only what was closed quickly is in it yet, of the year before " +
      "nearly all: part of a difference can come from that.",
  },
  direction: "higher",
  directionWhy: "A refuted alert is time lost, and can be a burden on somebody who did nothing.",
  settlesAfter: 1,
  says: {
    headline: "{value} of resolved alerts were confirmed",
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
    "Precision, or positive predictive value, as used to judge classifications and automated matching. " +
    "Interval: Wilson 1927.",
  caveats: [
    "Groups differ in where their alerts come from, and sources differ in how often they are right: a lower share for a group can come from its sources alone. The gap in alerts confirmed compares like with like.",
    "Alerts that were closed unresolved are left out, and counted beside as alerts never resolved: if those were mostly wrong, the share looks too good.",
    "It says nothing of threats for which there was no alert.",
  ],
});
