import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Complaints received",
  family: "rights",
  order: 1,
  question: "How many complaints were there that rights were not respected?",
  counts: "Every complaint about rights that a partner received.",
  leavesOut: "Nothing: every complaint counts, however it ended.",
  formula: "Number of complaints received",
  measure: "count",
  unit: "count",
  direction: "none",
  directionWhy:
    "More complaints can mean more harm, or better access to complaining. The number alone cannot " +
    "say which.",
  says: {
    headline: "{value} complaints about rights were received in twelve months",
    higher: "more",
    lower: "fewer",
  },
  tallies: ["complaints"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "right_engaged"],
  source:
    "UK Independent Office for Police Conduct, police complaints statistics. Interval: Garwood 1936.",
  caveats: [
    "A new way to complain, such as a web form, raises the number without any change in conduct.",
  ],
});
