import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Threat assessments by three sectors or more",
  family: "common-ground",
  order: 0,
  question: "Do sectors assess threats together?",
  counts:
    "Joint threat assessments in which three or more sectors took part and that all of these had " +
    "received by the cut-off, out of all joint threat assessments issued.",
  leavesOut:
    "Assessments of partners that do not record when they were shared. One not shared yet is not " +
    "left out: it counts as not shared.",
  formula:
    "joint threat assessments with three or more sectors taking part and shared by the cut-off ÷ " +
    "joint threat assessments issued",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why: "The latest year can still rise: the year before has had a year longer to catch up.",
  },
  direction: "higher",
  directionWhy: "Each sector sees a part of a threat that the others do not.",
  settlesAfter: 1,
  says: {
    headline:
      "Three or more sectors took part in {value} of joint threat assessments and received them",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["assessments"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source: "After the practice of joint assessment centres. Interval: Wilson 1927.",
  caveats: [
    "An assessment is counted once, for the partner that issued it.",
    "Taking part is as the issuing partner sees it: it can be a page of text or a nod.",
    "Some of the latest assessments are not shared only because there was no time yet.",
  ],
});
