import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Recommendations overdue",
  family: "evaluation",
  order: 2,
  question: "What was promised, and not seen to be done?",
  counts:
    "Recommendations and red-team findings whose day due had passed at the cut-off, and that nobody " +
    "independent had verified as done by then, whenever they were made.",
  leavesOut:
    "Recommendations addressed to partners that keep no record of verification. What the body only " +
    "says to be done is not left out.",
  formula:
    "recommendations due on or before the cut-off and not verified by the cut-off, all that were made " +
    "since the programme started",
  measure: "count",
  unit: "count",
  yearBefore: {
    judged: false,
    why:
      "Recommendations made before the programme’s first month are in no record, so that the " +
      "number grows in the first years whatever partners do.",
  },
  direction: "lower",
  settlesAfter: null,
  directionWhy: "Each is a recommendation past its day that nobody independent has seen done.",
  says: {
    headline: "{value} recommendations were overdue at the cut-off",
    higher: "more overdue",
    lower: "fewer overdue",
  },
  tallies: ["recommendations"],
  breakdowns: [
    "partner",
    "sector",
    "region",
    "recommendation_source",
    "recommendation_priority",
    "body_says",
  ],
  labels: {
    body_says: {
      "said to be done": "The body says that it is done",
      "not done": "Not done",
      "not recorded": "Not recorded",
    },
  },
  source:
    "After HM Inspectorate of Constabulary’s register of recommendations. Interval: Garwood 1936.",
  caveats: [
    "A state on one day, not what happened in twelve months: it is not added up over time.",
    "Recommendations made before the programme’s first month are not in it, so the count grows in its " +
      "first years.",
    "What a partner’s last file does not say yet counts as not verified.",
  ],
});
