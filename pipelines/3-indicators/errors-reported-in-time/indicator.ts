import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Errors reported within ten working days",
  family: "guardrails",
  order: 7,
  question: "Is the overseer told of errors in time?",
  counts:
    "Reportable and serious errors of which the overseer was told by the tenth working day " +
    "after the day they were found, out of all whose tenth working day had passed.",
  leavesOut:
    "Recordable errors, which need not be reported. Errors found so late that the ten working " +
    "days had not passed, even where they had been reported. Partners that do not record the " +
    "day of the report.",
  formula:
    "reportable and serious errors with day reported ≤ tenth working day after the day found " +
    "÷ reportable and serious errors whose tenth working day ≤ cut-off (or day of the file, " +
    "where earlier); working days are Monday to Friday",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "An overseer who is told late can protect nobody in the meantime.",
  says: {
    headline: "{value} of errors that must be reported were reported within ten working days",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["errors"],
  breakdowns: ["quarter", "partner", "sector"],
  source:
    "UK Investigatory Powers Commissioner’s Office, annual report 2018, paragraph 17.4 (ten " +
    "working days). Interval: Wilson 1927.",
  caveats: [
    "Public holidays count as working days, since partners keep different ones.",
    "The clock starts when it is established that there was an error, not when the error happened.",
  ],
});
