import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Re-grade rate at moderation",
  family: "disruption",
  order: 2,
  question: "Do partners grade their own work fairly?",
  counts:
    "Disruptions whose grade was changed or refused by independent moderators, out of those moderated.",
  leavesOut: "Disruptions that are still to be moderated.",
  formula:
    "Disruptions whose moderated grade is not the recorded one, or that were refused ÷ disruptions moderated",
  measure: "proportion",
  unit: "share",
  direction: "lower",
  directionWhy: "A grade that stands up to moderation can be believed.",
  settlesAfter: 2,
  says: {
    headline: "Independent moderators changed or refused the grade of {value} of disruptions",
    higher: "more",
    lower: "fewer",
  },
  tallies: ["disruptions"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source:
    "A control against grade inflation, after the practice of data-quality audits. Interval: Wilson 1927.",
  caveats: ["A rate of nothing can also mean that the moderators look away."],
});
