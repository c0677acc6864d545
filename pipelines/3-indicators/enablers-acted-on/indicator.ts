import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Enablers acted on",
  family: "finance",
  order: 4,
  question: "Do partners go for what a network cannot work without?",
  counts:
    "Disruptions that acted on an enabler of the network (a bank account, a front company, " +
    "transport, an online platform or a professional), out of those of which it is known.",
  leavesOut:
    "Disruptions that the moderators refused, disruptions of which it is not stated or not known, " +
    "and partners that keep no such record.",
  formula:
    "standing disruptions that acted on an enabler ÷ standing disruptions of which it is known",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "A network replaces people more easily than the accounts and firms that serve it.",
  says: {
    headline:
      "{value} of disruptions acted on an enabler, something that the network cannot work " +
      "without",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["disruptions"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source:
    "After national strategies against organised crime that target its enablers. " +
    "Interval: Wilson 1927.",
  caveats: [
    "Only the main enabler of a disruption is recorded.",
    "To act on an enabler is not yet to close it: what became of the account or firm is not recorded.",
  ],
});
