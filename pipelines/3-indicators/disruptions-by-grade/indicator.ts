import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Disruptions by grade",
  family: "disruption",
  order: 1,
  question: "How many disruptions of threat networks were there, and how grave?",
  counts:
    "Disruptions by grade: the grade after independent moderation, or the partner’s own " +
    "where moderation is still to come.",
  leavesOut: "Disruptions that the moderators refused.",
  formula: "Number of disruptions that moderators did not refuse, by their final grade",
  measure: "count",
  unit: "count",
  yearBefore: {
    judged: true,
    why: "Of the latest months fewer have been before the moderators, who refuse some.",
  },
  direction: "none",
  directionWhy:
    "More disruptions can mean more effort, more crime or more counting. Read it beside the share " +
    "of major ones and the share of grades changed.",
  says: {
    headline:
      "{value} disruptions were recorded in twelve months{doubt}; those that moderators refused " +
      "are left out",
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
    "It counts disruptions, not networks: one network can be disrupted more than once.",
  ],
});
