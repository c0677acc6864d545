import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Joint technology funded",
  family: "sponsorship",
  order: 2,
  question: "Is the technology that partners share paid for?",
  counts:
    "What funders have bound themselves to pay for technology that partners use together, as a share of what the plan says is needed for it in the three years after a census (a count of the whole plan). Plans and commitments are counted four times a year; the sums of the censuses of a period are added up before they are divided.",
  leavesOut:
    "Whether the money was paid, and money that no plan names. A line for which nothing is planned adds nothing to the plan; what is committed for it all the same is counted.",
  formula:
    "sum of the amounts committed ÷ sum of the amounts planned, both over the lines for joint technology of every census in the period",
  measure: "money-share",
  unit: "share",
  direction: "higher",
  directionWhy: "A system that is half paid for is often not used together in the end.",
  says: {
    headline:
      "{value} of the money needed for joint technology in the three years ahead was " +
      "committed{doubt}, as counted four times a year",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["funding"],
  breakdowns: ["quarter", "funding_horizon"],
  source:
    "After NAO 2019, HC 2219 (whether funding is allocated to what was planned). No interval: the sums are of every line of the plan, not of a sample.",
  caveats: [
    "Over a year it is the average of the quarterly censuses, each weighted by what it planned.",
    "The plan is the programme’s own: a plan that asks for less is easier to fund.",
    "The sums of a year add up its censuses, so that money for the same line stands in them more than once; those of a quarter are of one census.",
  ],
});
