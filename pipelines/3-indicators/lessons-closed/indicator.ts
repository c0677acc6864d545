import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Lessons of debriefs closed in time",
  family: "command",
  order: 5,
  question: "Does anything follow from a debrief?",
  counts:
    "Debriefed alerts whose last lesson was closed within the agreed limit after the alert was " +
    "closed, in whole days, out of all whose limit has passed.",
  leavesOut:
    "Alerts that were not debriefed or of which it is not known, debriefs that have waited less " +
    "than the limit, and partners that keep no such record.",
  formula: "debriefs with their last lesson closed within the limit ÷ debriefs that were due",
  measure: "proportion",
  unit: "share",
  limit: { value: 60, unit: "days" },
  direction: "higher",
  directionWhy: "A lesson that stays open is a mistake that can be made again.",
  settlesAfter: 2,
  says: {
    headline: "The lessons of {value} of debriefs were closed within the agreed limit",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["incidents"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source: "After the practice of tracking lessons of after-action reviews. Interval: Wilson 1927.",
  caveats: [
    "A lesson that was closed is one that its owner called done; nobody has checked it here.",
    "Days are rounded up to five: a limit in such steps is exact.",
    "A debrief without a lesson to close looks like one whose lessons stay open.",
    "Counted by the month of the alert: of the latest months only the quickest are due yet.",
  ],
});
