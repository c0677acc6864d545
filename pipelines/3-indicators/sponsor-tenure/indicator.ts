import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Time sponsors have been in post",
  family: "sponsorship",
  order: 5,
  question: "Do sponsors stay long enough to see through what they began?",
  counts:
    "For each sponsor post that was filled at the end of a month, the months since its " +
    "holder took office; the mean over posts and ends of months. A month is 30.4375 days, a " +
    "twelfth of 365.25.",
  leavesOut: "Vacant posts, and holders whose first day in office is not known or not recorded.",
  formula:
    "days from taking office to the end of the month ÷ 30.4375, added up over filled posts " +
    "and ends of months ÷ filled posts, added up over the ends of months",
  measure: "score",
  unit: "months",
  direction: "none",
  directionWhy:
    "Too short, and nobody sees anything through; too long, and nobody looks with fresh eyes.",
  says: {
    headline: "Sponsors had been in post for {value} on average",
    higher: "longer",
    lower: "shorter",
  },
  tallies: ["sponsor_posts"],
  breakdowns: ["quarter", "month", "sponsor_post"],
  source:
    "After the practice of programme boards. Interval: each post a cluster of its months, linearised, " +
    "with Student’s t.",
  caveats: [
    "Time in post so far, not time served: it grows by a month each month and falls when a holder goes.",
    "Few posts make a wide interval, and the interval asks how it would be with other posts like these; " +
      "of the posts themselves the mean is exact.",
    "It names posts; who holds them can be known from elsewhere.",
  ],
});
