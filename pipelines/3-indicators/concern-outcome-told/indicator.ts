import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Concerns whose outcome was told",
  family: "concerns",
  order: 2,
  question: "Do people who raise a concern learn what came of it?",
  counts:
    "Closed concerns whose outcome was told to the person who raised them, out of the closed " +
    "concerns of which it is known.",
  leavesOut:
    "Open concerns, and closed ones of which it is not known whether the outcome was told.",
  formula:
    "closed concerns whose outcome was told ÷ closed concerns of which it is known whether it was",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why:
      "Of the latest months only what was decided quickly is in it yet, of the year before " +
      "nearly all: part of a difference can come from that.",
  },
  direction: "higher",
  directionWhy: "Hearing what came of a concern can make the next person speak up.",
  settlesAfter: 3,
  says: {
    headline: "The outcome of {value} of closed concerns was told to the person who raised them",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["concerns"],
  breakdowns: ["quarter", "partner", "sector", "concern_channel"],
  source:
    "After the reporting duties of prescribed persons in the United Kingdom and the Council of Europe’s " +
    "work on oversight (2015). Interval: Wilson 1927.",
  caveats: [
    "Counted by the month in which the concern was raised: recent months hold only what was closed quickly.",
    "Who raised a concern without a name cannot be told, and counts as not told.",
  ],
});
