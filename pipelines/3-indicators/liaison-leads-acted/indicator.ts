import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator({
  title: "Leads from liaisons acted on in 30 days",
  family: "community",
  order: 3,
  question: "Does anybody follow up what liaisons bring?",
  counts:
    "Leads (hints to follow up) that a liaison (a contact person) of the private sector, civil society, a community or a local authority " +
    "brought and that were acted on within 30 days, out of all brought at least 30 days before the " +
    "records were made.",
  leavesOut:
    "Leads brought less than 30 days before, acted on or not: they are not due yet. Issues.",
  formula: "leads acted on within 30 days ÷ leads raised at least 30 days ago",
  measure: "proportion",
  unit: "share",
  direction: "higher",
  directionWhy: "A lead that nobody follows can be the last that its liaison brings.",
  says: {
    headline: "{value} of the leads that liaisons brought were acted on within 30 days",
    higher: "a larger share",
    lower: "a smaller share",
  },
  tallies: ["engagements"],
  breakdowns: ["quarter", "partner", "region", "raised_by"],
  source:
    "Our own, after partnership practice between public bodies and the private sector. Interval: " +
    "Wilson 1927.",
  caveats: [
    "Acting on a lead can mean to look at it and find nothing.",
    "Not every lead is worth acting on: no partner should reach 100%.",
  ],
});
