import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Financial reports used",
  family: "finance",
  order: 0,
  question: "Does anybody use what banks and others report?",
  counts:
    "Reports of suspicious activity that were used in an investigation or passed on to another partner, out of all received, by the month of receipt. Reports that nobody has looked at yet count as not used.",
  leavesOut:
    "Reports whose use is not known, and partners that keep no record of it. What a report was worth, and uses after the partner’s last submission.",
  formula:
    "financial reports used in an investigation or passed on ÷ financial reports received whose use is known or pending",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why: "The latest year can still rise: the year before has had a year longer to catch up.",
  },
  direction: "higher",
  directionWhy:
    "A report that nobody uses cost somebody’s privacy for nothing. A share of all is no aim: some reports turn out to be harmless.",
  settlesAfter: 3,
  says: {
    headline: "{value} of financial reports were used in an investigation or passed on",
    higher: "a larger share",
    lower: "a smaller share",
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
    "FATF Recommendation 33 (statistics on reports received and disseminated); Europol 2017, From suspicion to action, which found that about one report in ten was investigated further. Interval: Wilson 1927.",
  caveats: [
    "Recent months hold reports that still wait to be looked at, so that their share can still rise.",
    "Use is the furthest that the partner knew of on the day of its file: it has no day of its own.",
  ],
});
