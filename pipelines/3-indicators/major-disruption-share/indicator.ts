import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Share of major disruptions",
  family: "disruption",
  order: 0,
  question: "How large a part of all disruptions is major?",
  counts:
    "Disruptions (actions that stop or hinder a threat network) whose final grade is major, " +
    "out of all that stand after moderation, in which independent people check the grades.",
  leavesOut: "Disruptions that the moderators refused.",
  formula:
    "Disruptions whose final grade is major ÷ disruptions that moderators did not refuse; the final grade is the moderated one, or the recorded one until moderation",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why: "Of the latest months more grades are still the partners’ own, before moderation.",
  },
  direction: "higher",
  directionWhy:
    "A major disruption stops a network for long. It only counts as good news while the share of grades changed stays low.",
  settlesAfter: 2,
  says: {
    headline: "{value} of disruptions were major ones",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["disruptions"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source:
    "Disruption reporting of the UK National Crime Agency and regional organised crime units. " +
    "Interval: Wilson 1927.",
  caveats: [
    "Partners grade their own work first; the share of grades changed shows how often moderators disagree.",
    "It is a share: it can rise because there were fewer minor disruptions.",
  ],
});
