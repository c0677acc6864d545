import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Meetings attended by sponsors",
  family: "sponsorship",
  order: 6,
  question: "Do the sponsors come to the meetings in which the programme is governed?",
  counts:
    "Seats of sponsors at governance meetings whose holder came in person or by link, out of those of " +
    "which it is known.",
  leavesOut:
    "Seats of which it is not known. The seat of a vacant post is not left out, nor one taken by a " +
    "stand-in: both count as not attended.",
  formula:
    "sponsors’ seats attended by their holder ÷ sponsors’ seats at the governance meetings held",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "Who is not in the room does not hear what goes wrong.",
  says: {
    headline: "Sponsors took {value} of their seats at governance meetings",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["sponsor_meetings"],
  breakdowns: ["quarter", "month", "sponsor_post"],
  source: "After the practice of programme boards. Interval: Wilson 1927.",
  caveats: [
    "Meetings that were planned and not held are not in it.",
    "The seats of one meeting hang together, so the interval is narrower than it should be.",
    "Being there is not taking part.",
  ],
});
