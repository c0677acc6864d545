import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Sponsor posts vacant",
  family: "sponsorship",
  order: 4,
  question: "Does each part of the programme have somebody who answers for it?",
  counts:
    "Sponsor posts that were vacant at the end of a month, out of all sponsor posts, over the ends of " +
    "the months.",
  leavesOut: "Nothing. A post that somebody only acts for counts as vacant.",
  formula:
    "vacant sponsor posts, added up over the ends of months ÷ sponsor posts, added up over the ends of " +
    "months",
  measure: "proportion",
  unit: "share",
  direction: "lower",
  directionWhy: "What nobody answers for is easily put off.",
  says: {
    headline: "{value} of sponsor posts stood vacant at the end of a month",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["sponsor_posts"],
  breakdowns: ["quarter", "month", "sponsor_post"],
  source: "After the practice of programme boards. Interval: Wilson 1927.",
  caveats: [
    "A post vacant for three months counts three times: a long vacancy weighs as it lasts.",
    "The months of one post hang together, so the interval is narrower than it should be.",
    "A vacancy that begins and ends within one month is not seen.",
  ],
});
