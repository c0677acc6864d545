import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Suffering for a concern, as reported",
  family: "concerns",
  order: 3,
  question: "Do people suffer for having spoken up?",
  counts:
    "Persons who reported detriment (that they suffered, such as in their pay or their post) for having raised a concern, out of all who raised one and of " +
    "whom it is known.",
  leavesOut: "Persons of whom it is not known.",
  formula:
    "persons who reported detriment ÷ persons who raised a concern and of whom it is known; a person " +
    "counts once for each concern",
  measure: "proportion",
  unit: "share",
  yearBefore: {
    judged: true,
    why: "Detriment can follow long after: the year before has had a year longer for it to show.",
  },
  direction: "lower",
  directionWhy: "Nobody should suffer for speaking up; but see what fewer reports can mean.",
  says: {
    headline: "Of people who raised a concern, {value} reported that they suffered for it",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["concerns"],
  breakdowns: ["quarter", "partner", "sector", "concern_channel"],
  source: "Our own, after casework practice in whistleblower protection. Interval: Wilson 1927.",
  caveats: [
    "Reported is not proved, and detriment that nobody dares to report is not counted: fewer reports can mean more fear.",
    "Detriment can follow years later: recent months hold only what came soon.",
    "Records hold no persons, so that somebody who raised two concerns counts twice.",
  ],
});
