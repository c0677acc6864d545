import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "After-action reviews done",
  family: "tradecraft",
  order: 2,
  question: "Do partners look back on joint operations, as they planned to?",
  counts:
    "After-action reviews done by the cut-off, also later than planned, out of those whose planned " +
    "day has passed.",
  leavesOut: "Partners that do not record the day on which a review was done.",
  formula: "after-action reviews done ÷ after-action reviews whose planned day has passed",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why: "The latest year can still rise: the year before has had a year longer to catch up.",
  },
  direction: "higher",
  directionWhy: "A mistake that nobody looks at can be made again.",
  settlesAfter: 1,
  says: {
    headline: "{value} of planned after-action reviews were done",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["reviews"],
  breakdowns: ["quarter", "month", "partner", "sector", "region"],
  source: "After-action review practice of joint teams. Interval: Wilson 1927.",
  caveats: [
    "Counted in the month by which the review was first planned to be done.",
    "An operation after which nobody planned a review is not in it.",
  ],
});
