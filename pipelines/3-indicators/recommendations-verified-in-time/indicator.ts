import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Recommendations verified in time",
  family: "evaluation",
  order: 0,
  question: "Is what reviewers recommend done, and seen to be done, by the day agreed?",
  counts:
    "Recommendations and red-team findings that somebody independent had verified as done by the day " +
    "first agreed, out of those whose day has passed.",
  leavesOut:
    "Recommendations that are not due yet, and those addressed to partners that keep no record of " +
    "verification. One that is done late, or only said to be done, is not left out: it counts as not.",
  formula: "recommendations verified by the day due ÷ recommendations whose day due has passed",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "A recommendation helps nobody until it is done, and its own word is no proof.",
  says: {
    headline: "{value} of recommendations were verified as done by the day due",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["recommendations"],
  breakdowns: [
    "quarter",
    "month",
    "partner",
    "sector",
    "region",
    "recommendation_source",
    "recommendation_priority",
  ],
  source:
    "UK Investigatory Powers Commissioner’s Office (priorities), Australian Inspector-General of " +
    "Intelligence and Security and HM Inspectorate of Constabulary (follow-up of recommendations). " +
    "Interval: Wilson 1927.",
  caveats: [
    "Counted in the month in which they were due, whenever they were made.",
    "Recommendations made before the programme’s first month are not in it, so the first months hold few.",
    "The day first agreed counts; one that was moved does not.",
  ],
});
