import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Concerns acknowledged in five working days",
  family: "concerns",
  order: 1,
  question: "Does somebody who raises a concern soon hear that it arrived?",
  counts:
    "Concerns and protected disclosures of staff acknowledged by the fifth working day after they " +
    "were raised, Monday to Friday, out of all whose fifth working day has passed.",
  leavesOut:
    "Concerns whose fifth working day has not passed, acknowledged or not: they are not due yet.",
  formula:
    "concerns acknowledged within 5 working days ÷ concerns whose 5 working days have passed",
  measure: "proportion",
  unit: "share",
  target: { value: 0.9, words: "agreed: 90% in time" },
  direction: "higher",
  directionWhy: "Who speaks up and hears nothing may not speak up again.",
  says: {
    headline: "{value} of concerns were acknowledged within five working days",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["concerns"],
  breakdowns: ["quarter", "partner", "sector", "concern_channel"],
  source:
    "Public interest disclosure indicator of the Australian Inspector-General of Intelligence and " +
    "Security (90% acknowledged within five business days). Interval: Wilson 1927.",
  caveats: [
    "Public holidays count as working days, for each partner has its own.",
    "An acknowledgement is not yet protection.",
  ],
});
