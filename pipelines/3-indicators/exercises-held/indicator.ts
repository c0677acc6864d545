import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Joint exercises held",
  family: "capacity",
  order: 4,
  question: "Do partners practise together before it matters?",
  counts:
    "Joint exercises held by the cut-off, also later than planned, out of those whose planned day has passed.",
  leavesOut:
    "Partners that do not record the day. Joint exercises called off are not left out: they were planned.",
  formula: "joint exercises held ÷ joint exercises whose planned day has passed",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why: "The latest year can still rise: the year before has had a year longer to catch up.",
  },
  direction: "higher",
  directionWhy: "What was never practised together can fail when it is needed.",
  settlesAfter: 2,
  says: {
    headline: "{value} of planned joint exercises were held",
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
  source:
    "After the exercise practice of civil protection and joint operations. Interval: Wilson 1927.",
  caveats: [
    "One that was moved counts once it is held: the latest months had least time for that.",
    "A session is counted once, for the partner that hosts it, in the month for which it was first planned.",
    "It says nothing of how an exercise went; what it found stands among recommendations.",
  ],
});
