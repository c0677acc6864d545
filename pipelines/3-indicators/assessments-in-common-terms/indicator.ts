import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Threat assessments in common terms",
  family: "common-ground",
  order: 1,
  question: "Do partners mean the same when they use the same word?",
  counts:
    "Joint threat assessments written in the programme’s common terminology, out of those of which " +
    "it is known.",
  leavesOut: "Assessments of which it is not known, and partners that keep no such record.",
  formula:
    "joint threat assessments in the common terminology ÷ joint threat assessments of which it is " +
    "known whether they are",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "A word that two partners read differently can hide a threat, or make one up.",
  says: {
    headline: "{value} of joint threat assessments were written in common terms",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["assessments"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source:
    "After the probability yardstick of the UK Professional Head of Intelligence Assessment and " +
    "the analytic standards of US Intelligence Community Directive 203. Interval: Wilson 1927.",
  caveats: ["The issuing partner says it of its own text; nobody has read them all again."],
});
