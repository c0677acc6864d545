import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Feedback between analysts and the field",
  family: "tradecraft",
  order: 1,
  question: "Do analysts hear from the field what became of their work?",
  counts:
    "Feedback sessions between analysts and the field held by the cut-off, also later than planned, out of those whose planned day has passed.",
  leavesOut:
    "Partners that do not record the day. Feedback sessions between analysts and the field called off are not left out: they were planned.",
  formula:
    "feedback sessions between analysts and the field held ÷ feedback sessions between analysts and the field whose planned day has passed",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why: "The latest year can still rise: the year before has had a year longer to catch up.",
  },
  direction: "higher",
  directionWhy: "Whoever never hears what became of an assessment cannot make the next one better.",
  settlesAfter: 1,
  says: {
    headline: "{value} of planned feedback sessions between analysts and the field were held",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["joint_sessions"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "sector_reach"],
  labels: {
    sector_reach: {
      one: "One sector",
      two: "Two sectors",
      "three or more": "Three or more sectors",
    },
  },
  source: "After the customer feedback practice of analytic services. Interval: Wilson 1927.",
  caveats: [
    "One that was moved counts once it is held: the latest months had least time for that.",
    "A session is counted once, for the partner that hosts it, in the month for which it was first planned.",
    "It counts sessions, not what was said in them or whether anything changed.",
  ],
});
