import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Gap in finds between groups",
  family: "bias",
  order: 3,
  question: "When powers are used on people, do they find something as often in every group?",
  counts:
    "The share of persons on whom a power was used and on whom it found what it was for, in the " +
    "other groups together or in one of them, less the same share in Group A; compared within the " +
    "same partner and power, and then weighted over these.",
  leavesOut:
    "Persons on whom no power was used, those of whom it is not known whether anything was found, " +
    "and those whose group is not stated.",
  formula:
    "per partner and power s: d(s) = finds ÷ uses in the group, less finds ÷ uses in Group A; w(s) = " +
    "uses in the group × uses in Group A ÷ both; gap = sum of w(s) × d(s) ÷ sum of w(s)",
  measure: "ratio",
  headline: "gap",
  unit: "points",
  direction: "none",
  directionWhy:
    "Towards 0. Below 0, powers found less on other groups: a sign, and no proof, that they " +
    "were used on them with less reason.",
  says: {
    headline:
      "For the same partner and power, the share of uses that found something was {difference} " +
      "in other groups than in Group\u00a0A",
    higher: "higher for other groups",
    lower: "lower for other groups",
  },
  tallies: ["persons"],
  breakdowns: ["population_group", "partner"],
  source:
    "Outcome test of the UK Equality and Human Rights Commission (Stop and think, 2010) and of HMICFRS " +
    "(2021). Estimator: Mantel and Haenszel 1959; interval: Greenland and Robins 1985.",
  caveats: [
    "Equal find rates do not prove equal treatment: who is likelier to carry what is looked for differs too.",
    "A gap over all partners can be one partner’s: read it by partner.",
    "What counts as found is as the partner recorded it.",
    "Group A is the group that the programme compares the others with; the choice says nothing of what is normal.",
  ],
});
