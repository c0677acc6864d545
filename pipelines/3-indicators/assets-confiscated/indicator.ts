import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Assets confiscated",
  family: "disruption",
  order: 4,
  question: "How much money and property was taken for good?",
  counts:
    "The value of assets confiscated (taken for good by a court or by agreement), as recorded with each disruption.",
  leavesOut:
    "Refused disruptions. A value that is not known is counted as unknown, never as nothing.",
  formula: "Sum of the known values confiscated, over disruptions that moderators did not refuse",
  measure: "amount",
  unit: "money",
  direction: "none",
  directionWhy: "A few very large cases decide the sum, and a larger sum can mean more crime.",
  settlesAfter: 6,
  says: {
    headline: "Assets of a known value of {value} were confiscated in twelve months",
    higher: "more",
    lower: "less",
  },
  tallies: ["disruptions"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source: "UK Home Office asset recovery statistics, user guide; FATF Immediate Outcome 8.",
  caveats: [
    "In the prices of the day: not adjusted for inflation.",
    "Values are those of the day of the disruption; what is recovered in the end can be less.",
  ],
});
