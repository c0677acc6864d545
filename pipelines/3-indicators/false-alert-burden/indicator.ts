import { defineIndicator } from "../../../src/indicators/define.ts";
import { alertSources } from "../../1-records/terms.ts";

export default defineIndicator({
  title: "False alert burden",
  family: "bias",
  order: 2,
  question: "How many of the people who are checked should never have been?",
  counts:
    "Persons who were checked or otherwise acted on after a joint alert that proved wrong, out of " +
    "all persons acted on whose alert has been confirmed or refuted.",
  leavesOut: "Persons whose alert is not resolved yet.",
  formula:
    "persons acted on after a refuted alert ÷ persons acted on whose alert was confirmed or refuted",
  measure: "proportion",
  unit: "share",
  direction: "lower",
  directionWhy: "Each is a person who was stopped, searched or held because of somebody’s mistake.",
  settlesAfter: 1,
  says: {
    headline: "{value} of the people who were checked were checked on an alert that proved wrong",
    higher: "more",
    lower: "fewer",
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
