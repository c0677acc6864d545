import { defineContract } from "../../src/records/contract.ts";
import { codeField, dateField, keyField, notBefore, optional } from "../../src/records/fields.ts";
import { reportOutcomes, reportSectors, reportUses } from "./terms.ts";

/** A report of suspicious activity that somebody who handles money had to make. */
export const financialReports = defineContract({
  kind: "financial_reports",
  title: "Financial reports",
  record:
    "One report of a suspicious activity or transaction, from receipt to its first outcome. It names nobody and holds no sum.",
  cases: ["report", "reports"],
  key: "report_id",
  dated: "received_on",
  quasiIdentifiers: ["report_sector", "report_use", "report_outcome"],
  fields: {
    report_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "LU-R-0311",
    }),
    report_sector: codeField(reportSectors, {
      description: "The line of business of whoever made the report.",
      example: "bank",
    }),
    received_on: dateField({
      description: "The day on which the report was received.",
      unit: "day",
      example: "2026-02-02",
    }),
    report_use: optional(
      codeField(reportUses, {
        description:
          "The furthest use that was made of the report by the day of submission. Empty: not known.",
        example: "disseminated",
      }),
    ),
    first_outcome_on: optional(
      dateField({
        description: "The day of the first outcome. Empty: none yet.",
        unit: "day",
        example: "2026-03-18",
      }),
    ),
    report_outcome: optional(
      codeField(reportOutcomes, {
        description: "The first outcome. Empty: none yet.",
        example: "investigation_opened",
      }),
    ),
  },
  rules: [
    notBefore("first_outcome_on", "received_on", "It had an outcome before it was received."),
    {
      name: "outcome_has_day",
      sentence: "It has an outcome without a day, or a day without an outcome.",
      sql: "(report_outcome is null) = (first_outcome_on is null)",
      holds: (row) => (row["report_outcome"] === null) === (row["first_outcome_on"] === null),
    },
  ],
});
