import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Gap in false alerts between groups",
  family: "bias",
  order: 1,
  question: "Do wrong alerts fall on some groups more than on others?",
  counts:
    "The share of persons acted on whose alert proved wrong (refuted), in the other groups together or in " +
    "one of them, less the same share in Group A; compared among alerts of the same source, and " +
    "then weighted over sources.",
  leavesOut:
    "Persons whose alert is not resolved yet, and persons whose group or alert’s source is not " +
    "stated. Sources from which only one side was checked say nothing of a gap.",
  formula:
    "per source s: d(s) = refuted ÷ resolved in the group, less refuted ÷ resolved in Group A; " +
    "w(s) = resolved in the group × resolved in Group A ÷ both; gap = sum of w(s) × d(s) ÷ sum of w(s)",
  measure: "ratio",
  headline: "gap",
  unit: "points",
  direction: "none",
  directionWhy:
    "Towards 0: neither side should bear more mistakes than the other. Above 0, other groups " +
    "bear more; below 0, Group A.",
  says: {
    headline:
      "Among people checked after alerts of the same source, the share whose alert was wrong was " +
      "{difference} in other groups than in Group\u00a0A",
    higher: "higher for other groups",
    lower: "lower for other groups",
  },
  tallies: ["persons"],
  breakdowns: ["quarter", "population_group"],
  source:
    "Our own, after audits of algorithmic fairness (equal error rates). Estimator: Mantel and Haenszel " +
    "1959; interval: Greenland and Robins 1985.",
  caveats: [
    "A gap among those checked, or none, says nothing of who is checked.",
    "The crude ratio beside it mixes sources: groups that meet more alerts of a poor source look worse by it.",
    "Groups are coarse, and as the partner recorded them.",
    "Group A is the group that the programme compares the others with; the choice says nothing of what is normal.",
  ],
});
