import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "People told of surveillance in ninety days",
  family: "rights",
  order: 10,
  question: "Are people told afterwards that they were under surveillance, as the law asks?",
  counts:
    "People who were told within ninety days after the surveillance ended, out of all whom " +
    "the law says to notify and whose ninety days had passed; those put off on a ground count " +
    "as not told.",
  leavesOut:
    "People whose ninety days had not passed, even where they had been told. Partners that do " +
    "not record the day of the notice.",
  formula:
    "people with day notified ≤ day ended + 90 ÷ people with day ended + 90 ≤ cut-off (or day " +
    "of the file, where earlier)",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "Nobody can complain of what they never learn of.",
  settlesAfter: 1,
  says: {
    headline:
      "Of people whom the law says to notify, {value} were told within ninety days that they " +
      "had been under surveillance",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["notifications"],
  breakdowns: ["quarter", "partner", "power_class"],
  source:
    "After UN A/HRC/14/46 (good practices on intelligence services) on remedies, and Council " +
    "of Europe 2015 on democratic oversight of security services. The ninety days are our " +
    "own. Interval: Wilson 1927.",
  caveats: [
    "The law allows notice to be put off where it would endanger somebody or an " +
      "investigation: 100% is not to be expected.",
    "People who are told later than ninety days after do not count, so that older months do " +
      "not look better than they were.",
    "Surveillance of which the law says to tell nobody is not in it.",
  ],
});
