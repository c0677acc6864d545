import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Legal training in date",
  family: "capacity",
  order: 1,
  question: "Do the people who use powers have valid training in the law?",
  counts:
    "Members of staff in scope (those who need it) whose training in legal authority was completed and still valid at the " +
    "cut-off, out of those for whom it had fallen due in the twelve months.",
  leavesOut:
    "Training that fell due earlier or is not due yet, other modules, and partners that do not record completion or " +
    "validity. Training that has lapsed is not left out: it counts as not in date.",
  formula:
    "staff in scope with valid training in legal authority at the cut-off ÷ staff in scope for whom " +
    "it had fallen due",
  measure: "proportion",
  unit: "share",
  yearBefore: { judged: false, why: "Training that was in date then has fallen due again since." },
  direction: "higher",
  directionWhy: "Whoever uses a power has to know where it ends.",
  says: {
    headline: "Training in the law was in date for {value} of the staff who needed it",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["training"],
  breakdowns: ["partner", "sector", "region"],
  source: "After the evaluation practice of joint teams. Interval: Wilson 1927.",
  caveats: [
    "A state on one day: who was in date a year before is not said, for it has fallen due again since.",
    "Somebody in scope is taken to be due once in twelve months.",
    "Training without a last day of validity counts as in date once completed.",
    "Valid is not remembered.",
  ],
});
