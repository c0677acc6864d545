import { defineContract } from "../../src/records/contract.ts";
import {
  booleanField,
  codeField,
  currencyField,
  dateField,
  keyField,
  moneyField,
  notBefore,
} from "../../src/records/fields.ts";
import { funders, fundingHorizons } from "./terms.ts";

/** What the programme needs and what it was promised, as counted on one day. */
export const funding = defineContract({
  kind: "funding",
  title: "Funding plan",
  record:
    "One line of the funding plan as it stood on the day of a census. A line that stands in four censuses is four records.",
  cases: ["line of a census", "lines of the censuses"],
  key: "line_id",
  dated: "census_on",
  counted: "quarterly",
  quasiIdentifiers: ["funder"],
  fields: {
    line_id: keyField({
      description: "Names the line and the census, unique within who submits.",
      example: "MS-F-2026Q1-014",
    }),
    census_on: dateField({
      description: "The day on which plan and commitments were counted, the last of a quarter.",
      unit: "day",
      example: "2026-03-31",
    }),
    funding_horizon: codeField(fundingHorizons, {
      description: "How far after the census the money is needed.",
      example: "next_12_months",
    }),
    due_on: dateField({
      description: "The day by which the money is needed; it lies ahead.",
      unit: "day",
      example: "2026-12-31",
      ahead: true,
    }),
    planned_amount: moneyField({
      description: "What the plan says is needed; 0: the line is no longer planned.",
      unit: "the programme's currency",
      example: "250000.00",
    }),
    committed_amount: moneyField({
      description: "What a funder has bound itself to pay; 0: nothing.",
      unit: "the programme's currency",
      example: "200000.00",
    }),
    currency: currencyField({
      description: "Currency of the two amounts; it must be the programme's.",
      example: "EUR",
    }),
    for_technology: booleanField({
      description: "Whether the line is for technology that partners use together.",
      example: "false",
    }),
    funder: codeField(funders, {
      description: "Where the money is to come from.",
      example: "state",
    }),
  },
  rules: [notBefore("due_on", "census_on", "The money was needed before the census.")],
});
