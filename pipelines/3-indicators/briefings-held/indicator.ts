import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Joint briefings held",
  family: "tradecraft",
  order: 0,
  question: "Do partners brief each other as they planned?",
  counts:
    "Joint briefings held by the cut-off, also later than planned, out of those whose planned day has passed.",
  leavesOut:
    "Partners that do not record the day. Joint briefings called off are not left out: they were planned.",
  formula: "joint briefings held ÷ joint briefings whose planned day has passed",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why: "The latest year can still rise: the year before has had a year longer to catch up.",
  },
  direction: "higher",
  directionWhy: "A briefing is where one partner’s knowledge reaches the other’s people.",
  settlesAfter: 1,
  says: {
    headline: "{value} of planned joint briefings were held",
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
  source: "After the practice of joint investigation teams and centres. Interval: Wilson 1927.",
  caveats: [
    "One that was moved counts once it is held: the latest months had least time for that.",
    "A session is counted once, for the partner that hosts it, in the month for which it was first planned.",
    "Few planned and all held reads better than many planned and most held: see how many there were.",
  ],
});
