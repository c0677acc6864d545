import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Requests still open",
  family: "guardrails",
  order: 2,
  question: "How many requests for help are still waiting, and how long?",
  counts:
    "Requests that are still open, by the month in which they were made and by their age at " +
    "the cut-off, or on the day of the partner’s file where that is earlier.",
  leavesOut:
    "Requests that were executed, refused or withdrawn, and those of partners that do not " +
    "record how requests end.",
  formula:
    "number of requests without an end at the cut-off; age = cut-off (or day of the file, " +
    "where earlier) − day requested",
  measure: "count",
  unit: "count",
  direction: "none",
  directionWhy:
    "It falls when partners catch up, and also when they are asked less; and the requests of " +
    "a year ago have had longer to end than those of today.",
  says: {
    headline: "{value} requests for help of the last twelve months are still open",
    higher: "more",
    lower: "fewer",
  },
  tallies: ["exchanges"],
  breakdowns: ["quarter", "partner", "age_band"],
  labels: {
    age_band: {
      "0": "Under 30 days",
      "30": "30 to 89 days",
      "90": "90 to 179 days",
      "180": "180 days and more",
    },
  },
  source:
    "Eurojust, statistics on European investigation orders (new, ongoing from earlier years, " +
    "total). Interval: Garwood 1936.",
  caveats: [
    "Months are those of the request: a bar for spring says how many of the requests of " +
      "spring are still open, not how many were open in spring.",
    "A request that has been open for longer than twelve months counts in the year in which " +
      "it was made.",
  ],
});
