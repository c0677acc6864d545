import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Disruptions by several partners together",
  family: "disruption",
  order: 5,
  question: "Do partners work together, or side by side?",
  counts: "Disruptions in which two or more partners took part, out of those of which it is known.",
  leavesOut: "Refused disruptions, and those whose number of partners is not known.",
  formula:
    "Disruptions with two or more partners ÷ disruptions whose number of partners is known; refused ones in neither",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "Working together is what the programme is for.",
  says: {
    headline: "Several partners took part in {value} of disruptions",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["disruptions"],
  breakdowns: ["quarter", "month", "partner", "sector", "region", "threat_type"],
  source: "Joint investigation team evaluation practice. Interval: Wilson 1927.",
  caveats: ["Taking part is as the recording partner sees it."],
});
