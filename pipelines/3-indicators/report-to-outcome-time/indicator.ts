import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Time from financial report to first outcome",
  family: "finance",
  order: 1,
  question: "How long until a financial report leads to a decision?",
  counts:
    "Reports of suspicious activity, each from receipt to its first outcome, in whole days; a decision to do nothing more is an outcome. Those without one count with their age.",
  leavesOut:
    "Reports of partners that do not record the day of the outcome. Reports without an outcome are not left out.",
  formula:
    "median of (day of the first outcome − day of receipt), by the method of Kaplan and Meier with reports without an outcome counted as lasting at least to the end of what is known",
  measure: "duration",
  unit: "days",
  direction: "lower",
  directionWhy: "Money moves within hours; a report that waits for months rarely stops any.",
  says: {
    headline: "Half of financial reports had a first outcome within {value}",
    higher: "slower",
    lower: "quicker",
  },
  tallies: ["financial_reports"],
  breakdowns: ["quarter", "month", "partner", "report_origin"],
  labels: {
    report_origin: {
      bank: "Banks",
      payment_crypto: "Payment and crypto-asset services",
      other: "Other professions",
    },
  },
  source:
    "After FATF 2015, Guidance on AML/CFT-related data and statistics, which asks for times between receipt and result. Estimator: Kaplan and Meier 1958, reports without an outcome counted as lasting at least until the cut-off (“censored”).",
  caveats: [
    "Days of the calendar, weekends included.",
    "The first outcome can be that nothing more is done: read it beside the share of reports used.",
  ],
});
