import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Complaints per 1,000 joint actions",
  family: "rights",
  order: 2,
  question: "How many complaints are there for every thousand joint actions?",
  counts: "Complaints received, over every thousand joint alerts that were acted on.",
  leavesOut: "Alerts that were not acted on.",
  formula: "1,000 × complaints received ÷ joint alerts that were acted on",
  measure: "rate",
  unit: "rate",
  per: 1000,
  yearBefore: {
    judged: true,
    why:
      "Alerts of the latest months that are yet to be acted on are not among the actions, " +
      "which makes the latest rate a little higher.",
  },
  direction: "none",
  directionWhy: "Access to complaining and conduct both move it.",
  says: {
    headline: "{value} complaints were received for every 1,000 joint actions",
    higher: "more",
    lower: "fewer",
  },
  tallies: ["complaints", "incidents"],
  breakdowns: ["quarter", "month", "partner", "sector", "region"],
  source:
    "UK Independent Office for Police Conduct: allegations per 1,000 employees, here over joint actions. Interval: Garwood 1936.",
  caveats: [
    "Complaints are counted by the day of receipt, actions by the day of their alert; an action after the cut-off, or after the day on which a partner’s file was received, is not counted yet.",
    "A complaint may concern an action of an earlier month, or work that was no joint action at all.",
    "The number of actions is taken as known; only the complaints carry doubt.",
  ],
});
