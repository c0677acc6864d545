import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Disruptions by grade",
  family: "disruption",
  order: 1,
  question: "How many threat networks were disrupted, and how badly?",
  counts:
    "Validated disruptions by grade: the grade after independent moderation, or the recorded one " +
    "where moderation is still to come.",
  leavesOut: "Disruptions that the moderators refused.",
  formula: "Number of disruptions that moderators did not refuse, by their final grade",
  measure: "count",
  unit: "count",
  direction: "none",
  directionWhy:
    "More disruptions can mean more effort, more crime or more counting. Read it beside the share " +
    "of major ones and the re-grade rate.",
  says: {
    headline: "{value} disruptions were validated in twelve months",
    higher: "more",
    lower: "fewer",
  },
  tallies: ["disruptions"],
  breakdowns: [
    "quarter",
    "month",
    "grade",
    "quarter,grade",
    "partner",
    "sector",
    "region",
    "threat_type",
  ],
  source:
    "Disruption reporting of the UK National Crime Agency and regional organised crime units " +
    "(major, moderate, minor). Interval: Garwood 1936.",
  caveats: [
    "A joint disruption is counted once, for the partner that records it.",
    "A recorded grade can still change at moderation.",
  ],
});
