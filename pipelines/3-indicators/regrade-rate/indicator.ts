import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Grades changed by moderators",
  family: "disruption",
  order: 2,
  question: "Do the grades that partners give their own work stand up?",
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
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["disruptions"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source:
    "A control against grade inflation, after the practice of data-quality audits. Interval: Wilson 1927.",
  caveats: ["A rate of nothing can also mean that the moderators look away."],
});
