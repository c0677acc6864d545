import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Training completed",
  family: "capacity",
  order: 0,
  question: "Have the people who work together been trained for it?",
  counts:
    "Members of staff in scope for a module (those who need it) who completed it by the cut-off, also later than due, out " +
    "of those for whom it had fallen due: one case for each member of staff and module.",
  leavesOut: "Modules that are not due yet, and partners that do not record completion.",
  formula: "modules completed by members of staff in scope ÷ modules fallen due for them",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why: "The latest year can still rise: the year before has had a year longer to catch up.",
  },
  direction: "higher",
  directionWhy: "Joint work asks of people what their own service never taught them.",
  settlesAfter: 3,
  says: {
    headline: "{value} of the training that fell due was completed by the staff who needed it",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["training"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "training_module"],
  source: "After the evaluation practice of joint teams. Interval: Wilson 1927.",
  caveats: [
    "Counted in the month in which a module fell due; the latest months had least time to catch up.",
    "Several modules of one person hang together, so the interval is narrower than it should be.",
    "Who is in scope is for the partner to say.",
  ],
});
