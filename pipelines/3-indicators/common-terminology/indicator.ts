import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Records in common terminology",
  family: "common-ground",
  order: 2,
  question: "Do partners record in the same words?",
  counts:
    "Rows of all files in use that came in the common columns and codes, out of all rows received. A " +
    "row counts in the last month that its file speaks of.",
  leavesOut:
    "Files that were replaced by a later one, and rows that do not say which partner they are from.",
  formula: "rows of files that needed no mapping ÷ rows received",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "Each mapping is a place where meaning can be lost.",
  says: {
    headline: "{value} of the rows that partners sent were in the common terminology",
    higher: "more",
    lower: "fewer",
  },
  tallies: ["deliveries"],
  breakdowns: ["quarter", "partner", "sector"],
  source: "Our own, for common terminology and interoperable protocols. Interval: Wilson 1927.",
  caveats: [
    "Two partners can use the same code and mean different things: this counts form, not meaning.",
    "A file is mapped as a whole, be it for a single column.",
  ],
});
