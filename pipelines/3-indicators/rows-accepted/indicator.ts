import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Records accepted",
  family: "common-ground",
  order: 3,
  question: "Are the records that partners send sound?",
  counts:
    "Rows (records) of all files in use that kept the rules for their kind of record, out of all rows received " +
    "that were no exact repeat. A row counts in the last month that its file speaks of.",
  leavesOut:
    "Files that were replaced by a later one, exact repeats, and rows that do not say which partner " +
    "they are from.",
  formula: "rows accepted ÷ (rows accepted + rows refused)",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "A row that is refused tells nobody anything.",
  says: {
    headline: "{value} of the records that partners sent were accepted",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["deliveries"],
  breakdowns: ["quarter", "partner", "sector"],
  source: "Our own, after data-quality audits of statistical offices. Interval: Wilson 1927.",
  caveats: [
    "A row can keep the rules and still be wrong: this checks form and sense, not truth.",
    "A file that was refused as a whole stops the release, and is in no figure.",
  ],
});
