import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Joint command stood up",
  family: "command",
  order: 3,
  question: "Does one command lead what one partner cannot lead alone?",
  counts:
    "Joint alerts that reached rung 3 or 4, the two highest levels of the escalation ladder, and for which a joint command " +
    "was stood up, out of all that reached rung 3 or 4.",
  leavesOut:
    "Alerts of a lower rung, alerts whose rung is not known, and partners that keep no record of " +
    "the rung or of joint commands.",
  formula: "alerts of rung 3 or 4 with a joint command ÷ alerts of rung 3 or 4",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "From rung 3 on the programme’s procedure asks for one.",
  says: {
    headline:
      "A joint command was stood up for {value} of alerts that reached the two highest levels " +
      "of escalation",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["incidents"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source:
    "After the practice of unified command where several bodies respond to one incident. " +
    "Interval: Wilson 1927.",
  caveats: [
    "A command that was stood up for the record counts as much as one that led.",
    "The record does not say who commanded, or how well.",
  ],
});
