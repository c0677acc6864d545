import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Red-team findings closed",
  family: "evaluation",
  order: 3,
  question: "Are the holes that a red team found closed, and tried again?",
  counts:
    "Red-team findings that by the cut-off somebody independent had verified as mended and had tried " +
    "again without success, out of those whose day due lies in the twelve months before.",
  leavesOut:
    "Findings due earlier or not due yet, recommendations of another source, and partners that do not record " +
    "verification or the second try.",
  formula:
    "red-team findings verified and retested by the cut-off ÷ red-team findings due in the twelve " +
    "months before",
  measure: "proportion",
  unit: "share",
  yearBefore: { judged: false, why: "Findings due then have had a year longer to be closed." },
  direction: "higher",
  directionWhy: "A hole that one team found, another can find.",
  says: {
    headline: "{value} of red-team findings due were closed, and held when tried again",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["recommendations"],
  breakdowns: ["partner", "sector", "region", "recommendation_priority"],
  source: "After security assurance practice. Interval: Wilson 1927.",
  caveats: [
    "A state on one day, one closed late being closed: those due a year before have had longer, so no " +
      "year before is given.",
    "A red team finds what it looks for: few findings are not few holes.",
  ],
});
