import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Disruptions with collateral harm",
  family: "community",
  order: 4,
  question: "Who else is harmed when a network is disrupted?",
  counts:
    "Disruptions in which harm to people who were not involved was recorded, out of those of which " +
    "it is known.",
  leavesOut:
    "Disruptions that the moderators refused, disruptions of which it is not known, and partners " +
    "that keep no such record.",
  formula:
    "standing disruptions with recorded collateral harm ÷ standing disruptions of which it is known",
  measure: "proportion",
  unit: "share",
  direction: "lower",
  directionWhy: "Nobody who is not involved should pay for the work of the programme.",
  says: {
    headline: "Harm to people who were not involved was recorded in {value} of disruptions",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["disruptions"],
  breakdowns: ["quarter", "partner", "sector", "region", "threat_type"],
  source:
    "After the practice of recording harm to bystanders in reviews of operations. " +
    "Interval: Wilson 1927.",
  caveats: [
    "Partners record their own harm: a low share can mean that nobody looked, or that nobody could complain.",
    "It does not say how grave the harm was, or to how many.",
  ],
});
