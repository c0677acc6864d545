import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Shared notebooks opened in time",
  family: "shared-picture",
  order: 1,
  question: "Do partners soon write in one notebook, or each in their own?",
  counts:
    "Joint alerts (warnings of a threat, sent to the partners it concerns) whose shared incident notebook was opened within the agreed limit after the " +
    "alert, out of all alerts that were due.",
  leavesOut:
    "Alerts without a notebook that have waited less than the limit, and partners that do not " +
    "record this moment.",
  formula: "alerts with a notebook opened within the limit ÷ alerts whose notebook was due",
  measure: "proportion",
  unit: "share",
  limit: { value: 60, unit: "minutes" },
  direction: "higher",
  directionWhy: "What is written where all can read it is known to all.",
  says: {
    headline: "A shared notebook was opened within the agreed limit for {value} of joint alerts",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["incidents"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source:
    "After the practice of incident management to keep one shared log from the start. " +
    "Interval: Wilson 1927.",
  caveats: [
    "A notebook that was opened in time can be empty: it counts the opening, not what was written.",
    "Times are rounded up to 5 minutes up to 2 hours, to 30 minutes up to a day, coarser beyond: a limit on such a step is exact.",
  ],
});
