import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Requests still open",
  family: "guardrails",
  order: 2,
  question: "How many requests for help are still waiting, and how long?",
  counts:
    "Requests of twelve months that were open at the end of the last of them, by their age on " +
    "that day, or on the day of the partner’s file where that came first.",
  leavesOut:
    "Requests that had been executed, refused or withdrawn by then, and those of partners " +
    "that do not record how requests end. Requests that were older than the twelve months.",
  formula:
    "number of requests made in the twelve months to the cut-off that had no end by the " +
    "cut-off; for the year before, the same twelve months earlier",
  measure: "count",
  unit: "count",
  direction: "none",
  settlesAfter: null,
  directionWhy: "It falls when partners catch up, and also when they are asked less.",
  says: {
    headline: "Of twelve months’ requests for help, {value} were still open on the last day",
    higher: "more",
    lower: "fewer",
  },
  tallies: ["exchanges"],
  breakdowns: ["partner", "sector", "age_band"],
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
    "Both years are counted on their own last day, so that they can be compared; requests of " +
      "the year before that are open to this day are in the share still open of the time to " +
      "execute.",
    "There is no figure by month or quarter: on one day, the requests of spring have had " +
      "longer to end than those of summer.",
  ],
});
