import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Field support given in time",
  family: "shared-picture",
  order: 3,
  question: "Does help reach the field when it is asked for?",
  counts:
    "Joint alerts for which support in the field was requested and given within the agreed limit " +
    "after the first request, out of all whose limit has passed.",
  leavesOut:
    "Alerts for which no support was requested, requests that have waited less than the limit, and " +
    "partners that do not record these moments.",
  formula: "alerts with support given within the limit ÷ alerts with support requested and due",
  measure: "proportion",
  unit: "share",
  limit: { value: 240, unit: "minutes" },
  direction: "higher",
  directionWhy: "Who asks for support from the field cannot wait.",
  says: {
    headline:
      "Support in the field came within the agreed limit for {value} of the alerts that asked " +
      "for it",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["incidents"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source: "After the practice of mutual aid between emergency services. Interval: Wilson 1927.",
  caveats: [
    "Only the first request of an alert counts, whoever gave the support.",
    "Support that nobody asked for because nobody expected it is in no record.",
    "Times are rounded up to 5 minutes up to 2 hours, to 30 minutes up to a day, coarser beyond: a limit on such a step is exact.",
  ],
});
