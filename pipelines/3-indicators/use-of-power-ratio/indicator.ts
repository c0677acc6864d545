import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Use of powers, relative to Group A",
  family: "bias",
  order: 4,
  question: "Once people are checked, are powers used on some groups more than on others?",
  counts:
    "The share of persons checked who were stopped, searched, held or had belongings seized, in " +
    "the other groups together or in one of them, over the same share in Group A; compared among " +
    "alerts of the same source, and then weighted over sources.",
  leavesOut: "Persons whose group or alert’s source is not stated.",
  formula:
    "over sources s: sum of (powers used on the group × checked of Group A ÷ checked of both) ÷ sum " +
    "of (powers used on Group A × checked of the group ÷ checked of both)",
  measure: "ratio",
  unit: "ratio",
  direction: "none",
  directionWhy:
    "Towards 1: the same alert should lead to the same use of powers. Above 1, powers are " +
    "used more often on other groups.",
  says: {
    headline:
      "Among people checked after alerts of the same source, powers were used {value} times as " +
      "often on other groups as on Group\u00a0A",
    higher: "higher for other groups",
    lower: "lower for other groups",
  },
  tallies: ["persons"],
  breakdowns: ["quarter", "population_group"],
  source:
    "Relative rates of the UK Equality and Human Rights Commission (Stop and think, 2010), here over persons checked; Group A is the group that the others are compared with. Estimator: Mantel and Haenszel 1959; interval: Greenland and Robins 1985.",
  caveats: [
    "The denominator is persons checked, not the people who live in a group: it says nothing of who is checked.",
    "A stop counts as much as a detention.",
    "A ratio is a reason to look, not a finding of bias.",
    "Group A is the group that the programme compares the others with; the choice says nothing of what is normal.",
  ],
});
