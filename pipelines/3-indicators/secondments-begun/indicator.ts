import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Secondments begun",
  family: "capacity",
  order: 2,
  question: "How often did somebody go to work at another partner for a time?",
  counts:
    "Every secondment of a person from one partner to another, by the month in which it began.",
  leavesOut: "Nothing: every secondment counts, however short.",
  formula: "secondments that began in the twelve months",
  measure: "count",
  unit: "count",
  direction: "none",
  directionWhy:
    "People who have worked on the other side know whom to ask; but each is missing at home, and the " +
    "number says nothing of how long they stayed.",
  says: {
    headline: "{value} secondments between partners began in twelve months",
    higher: "more",
    lower: "fewer",
  },
  tallies: ["secondments"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "host_sector"],
  source: "After the practice of joint teams. Interval: Garwood 1936.",
  caveats: [
    "A secondment is counted once, for the partner that sends.",
    "Secondments that began before the programme’s first month are not in it.",
    "Days of secondment are not added up: those that still run are not known, and rounding would " +
      "move the sum.",
  ],
});
