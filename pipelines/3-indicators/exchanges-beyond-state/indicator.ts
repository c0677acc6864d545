import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Exchanges beyond the state’s own bodies",
  family: "community",
  order: 20,
  question: "Does the programme work with others than the state’s own bodies?",
  counts:
    "Requests whose counterpart is of the private sector, of civil society, or a regional or " +
    "international body, out of all whose counterpart’s sector is stated; sent and received, " +
    "however they ended.",
  leavesOut: "Requests whose counterpart’s sector is not stated.",
  formula:
    "requests with a counterpart that is private, civil society or regional ÷ requests whose " +
    "counterpart’s sector is stated",
  measure: "proportion",
  unit: "share",
  direction: "none",
  directionWhy:
    "Working with others can build trust and knowledge, or pass duties of the state to bodies " +
    "that answer to fewer people.",
  says: {
    headline: "{value} of exchanges were with companies, civil society or regional bodies",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["exchanges"],
  breakdowns: ["quarter", "partner", "sector"],
  source:
    "Our own, after the practice of joint teams with partners beyond the state. Interval: " +
    "Wilson 1927.",
  caveats: ["It counts requests, not what either side gained from them."],
});
