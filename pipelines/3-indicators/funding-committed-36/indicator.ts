import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Funding committed for months 13 to 36",
  family: "sponsorship",
  order: 1,
  question: "Is there money beyond the coming year?",
  counts:
    "What funders have bound themselves to pay for months 13 to 36 after a census (a count of the whole plan), as a share of what the plan says is needed for them. Plans and commitments are counted four times a year; the sums of the censuses of a period are added up before they are divided.",
  leavesOut:
    "Whether the money was paid, and money that no plan names. A line for which nothing is planned adds nothing to the plan; what is committed for it all the same is counted.",
  formula:
    "sum of the amounts committed ÷ sum of the amounts planned, both over the lines for months 13 to 36 of every census in the period",
  measure: "money-share",
  unit: "share",
  direction: "higher",
  directionWhy:
    "Staff and systems that are shared need years; yearly money keeps everybody on short contracts.",
  says: {
    headline:
      "{value} of the money needed for months 13 to 36 ahead was committed{doubt}, as counted " +
      "four times a year",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["funding"],
  breakdowns: ["quarter", "funder"],
  source:
    "After NAO 2019, HC 2219 (whether funding is allocated beyond the year), and the funding of joint investigation teams. No interval: the sums are of every line of the plan, not of a sample.",
  caveats: [
    "Over a year it is the average of the quarterly censuses, each weighted by what it planned.",
    "The plan is the programme’s own: a plan that asks for less is easier to fund.",
    "The sums of a year add up its censuses, so that money for the same line stands in them more than once; those of a quarter are of one census.",
    "Many budgets bind nobody beyond a year, so that a share below 100% is common and no fault in itself.",
  ],
});
