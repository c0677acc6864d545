import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Disruptions by enabler",
  family: "finance",
  order: 5,
  question: "Which of the things a network cannot work without, its enablers, are acted on?",
  counts:
    "Disruptions that acted on an enabler of the network, by the sort of enabler: a bank account, a " +
    "front company, transport, an online platform or a professional.",
  leavesOut:
    "Disruptions that the moderators refused, those that acted on no enabler or of which it is not " +
    "known, and partners that keep no such record.",
  formula: "number of standing disruptions that acted on an enabler",
  measure: "count",
  unit: "count",
  direction: "none",
  directionWhy:
    "More can mean more effort or more crime. Read it beside the share of disruptions that acted " +
    "on an enabler.",
  says: {
    headline:
      "{value} disruptions in twelve months acted on an enabler, such as an account, a firm or " +
      "transport",
    higher: "more",
    lower: "fewer",
  },
  tallies: ["disruptions"],
  breakdowns: [
    "quarter",
    "month",
    "enabler",
    "quarter,enabler",
    "partner",
    "sector",
    "region",
    "threat_type",
  ],
  source:
    "After national strategies against organised crime that target its enablers. " +
    "Interval: Garwood 1936.",
  caveats: [
    "Only the main enabler of a disruption is recorded.",
    "A joint disruption is counted once, for the partner that records it.",
  ],
});
