import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Requests refused or limited to protect rights",
  family: "guardrails",
  order: 4,
  question: "How often do rights stand in the way of a request?",
  counts:
    "Requests refused on grounds of rights, or executed only on conditions that protect them, " +
    "out of all that were assessed: executed or refused.",
  leavesOut:
    "Requests still open or withdrawn, which nobody has assessed to the end, and those of " +
    "partners that do not record how requests end.",
  formula:
    "(refused on grounds of rights + executed on conditions that protect rights) ÷ (executed, " +
    "on conditions or without, + refused on any ground)",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why:
      "Of the latest months only what was decided quickly is in it yet, of the year before " +
      "nearly all: part of a difference can come from that.",
  },
  direction: "none",
  directionWhy:
    "A higher share can mean more dangerous requests or a more careful look at them; none at " +
    "all can mean that nobody looks.",
  settlesAfter: 2,
  says: {
    headline: "{value} of assessed requests were refused or limited to protect rights",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["exchanges"],
  breakdowns: ["quarter", "partner", "sector"],
  source:
    "After UN A/HRC/14/46 (good practices on intelligence services), practices 31 to 35 on " +
    "sharing. Interval: Wilson 1927.",
  caveats: [
    "Counted by the month of the request: recent months hold only those that were decided quickly.",
    "It holds requests that the partner refused and requests of the partner that others refused.",
  ],
});
