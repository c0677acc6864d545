import { defineIndicator } from "../../../src/indicators/define.ts";
import { alertSources } from "../../1-records/terms.ts";

export default defineIndicator({
  title: "People checked on a wrong alert",
  family: "bias",
  order: 2,
  question: "How many people are checked because of an alert that proves wrong?",
  counts:
    "Persons who were checked or otherwise acted on after a joint alert that proved wrong, out of " +
    "all persons acted on whose alert has been confirmed or refuted.",
  leavesOut: "Persons whose alert is not resolved yet.",
  formula:
    "persons acted on after a refuted alert ÷ persons acted on whose alert was confirmed or refuted",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why:
      "Of the latest months only what was closed quickly is in it yet, of the year before " +
      "nearly all: part of a difference can come from that.",
  },
  direction: "lower",
  directionWhy: "Each is a person who was checked on a suspicion that did not hold.",
  settlesAfter: 1,
  says: {
    headline:
      "Of people checked whose alert has been resolved, {value} were checked on an alert that " +
      "proved wrong",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["persons"],
  breakdowns: ["quarter", "partner", "population_group", "source"],
  labels: { source: alertSources },
  source:
    "Our own: what a wrong alert means to people, beside the precision of alerts that inspections " +
    "of automated matching report. Interval: Wilson 1927.",
  caveats: [
    "Groups meet alerts from different sources: compare them in the gap between groups, source by source.",
    "A person who was checked twice counts twice.",
    "An alert can be confirmed by those who raised it.",
  ],
});
