import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Gap in alerts confirmed between groups",
  family: "bias",
  order: 7,
  question:
    "Are alerts about some groups wrong more often, though they come from the same sources?",
  counts:
    "The share of resolved alerts that were confirmed, about the other groups together or one of " +
    "them, less the same share about Group A; compared among alerts of the same source, and then " +
    "weighted over sources.",
  leavesOut:
    "Alerts still open or closed unresolved, alerts whose group or source is not stated, and " +
    "partners that keep no such record. Sources from which alerts concern one side only say nothing " +
    "of a gap.",
  formula:
    "per source s: d(s) = confirmed ÷ resolved of the group, less confirmed ÷ resolved of Group A; " +
    "w(s) = resolved of the group × resolved of Group A ÷ both; gap = sum of w(s) × d(s) ÷ sum of w(s)",
  measure: "ratio",
  headline: "gap",
  unit: "points",
  direction: "none",
  directionWhy:
    "Towards 0: an alert should be as good whomever it concerns. Below 0, alerts about other " +
    "groups are wrong more often; above 0, those about Group A.",
  says: {
    headline:
      "Among alerts of the same source, the share that was confirmed was {difference} about " +
      "other groups than about Group\u00a0A",
    higher: "higher for other groups",
    lower: "lower for other groups",
  },
  tallies: ["incidents"],
  breakdowns: ["quarter", "population_group"],
  source:
    "Our own, after audits of automated matching (equal predictive values). Estimator: Mantel and " +
    "Haenszel 1959; interval of the difference: Greenland and Robins 1985; Sato 1989.",
  caveats: [
    "The crude ratio beside it mixes sources: a group with more alerts of a poor source looks worse by it.",
    "No gap within sources can still mean that a group meets more alerts of poor sources: ask why.",
    "A gap is a reason to look, not a finding of bias; groups are coarse, and as the partner recorded them.",
    "Group A is the group that the programme compares the others with; the choice says nothing of what is normal.",
  ],
});
