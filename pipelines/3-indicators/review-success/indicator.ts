import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Reviews of complaints upheld",
  family: "rights",
  order: 6,
  question: "When people ask for a second look, how often are they found to be right?",
  counts: "Reviews of how a complaint was handled that were upheld, out of reviews decided.",
  leavesOut:
    "Complaints of which no review was asked for, reviews that are not decided yet, and partners " +
    "that keep no such record.",
  formula: "reviews upheld ÷ reviews decided",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why:
      "Of the latest months only what was decided quickly is in it yet, of the year before " +
      "nearly all: part of a difference can come from that.",
  },
  direction: "none",
  directionWhy:
    "More reviews upheld can mean worse first decisions, or a reviewer who is freer to say so.",
  settlesAfter: 3,
  says: {
    headline: "Of reviews that people asked for and that were decided, {value} were upheld",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["complaints"],
  breakdowns: ["quarter", "partner", "sector", "region", "right_engaged"],
  source:
    "Appeals and reviews in the police complaints statistics of the UK Independent Police " +
    "Complaints Commission (2011/12). Interval: Wilson 1927.",
  caveats: [
    "Counted by the month in which the complaint was received: of the latest months few reviews are decided.",
    "People who do not know that they can ask for a review are in no record.",
  ],
});
