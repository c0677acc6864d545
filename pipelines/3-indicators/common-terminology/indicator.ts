import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Records in common terms",
  family: "common-ground",
  order: 2,
  question: "Do partners record in the same words?",
  counts:
    "Rows (records) of all files in use that came in the common columns and codes, and had not to be translated (mapped), out of all rows received. A " +
    "row counts in the last month that its file speaks of.",
  leavesOut:
    "Files that were replaced by a later one, and rows that do not say which partner they are from.",
  formula: "rows of files that needed no translation (mapping) ÷ rows received",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "Each translation is a place where meaning can be lost.",
  says: {
    headline: "{value} of the records that partners sent were in common terms",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["deliveries"],
  breakdowns: ["quarter", "partner", "sector"],
  source: "Our own, for common terminology and interoperable protocols. Interval: Wilson 1927.",
  caveats: [
    "Two partners can use the same code and mean different things: this counts form, not meaning.",
    "A file counts as translated as a whole, be it for a single column.",
  ],
});
