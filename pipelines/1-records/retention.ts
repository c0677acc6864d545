import { defineContract } from "../../src/records/contract.ts";
import { codeField, dateField, keyField, optional } from "../../src/records/fields.ts";
import { retentionOutcomes, systemClasses } from "./terms.ts";

/** The review of whether data that a partner holds may be held any longer. */
export const retention = defineContract({
  kind: "retention",
  title: "Retention reviews",
  record:
    "One held file or data set that fell due for review, and what the review decided. It " +
    "holds nothing of what was held.",
  cases: ["record due", "records due"],
  key: "holding_id",
  dated: "due_on",
  quasiIdentifiers: ["system_class", "retention_outcome"],
  fields: {
    holding_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "HB-H-0310",
    }),
    system_class: codeField(systemClasses, {
      description: "The class of system in which it is held; never the system’s name.",
      example: "case_files",
    }),
    due_on: dateField({
      description: "The day by which it had to be reviewed or deleted.",
      unit: "day",
      example: "2026-02-02",
    }),
    reviewed_on: optional(
      dateField({
        description: "The day of the review, which may come early. Empty: not reviewed yet.",
        unit: "day",
        example: "2026-01-28",
      }),
    ),
    retention_outcome: optional(
      codeField(retentionOutcomes, {
        description: "What the review decided. Empty: not reviewed yet.",
        example: "deleted",
      }),
    ),
  },
  rules: [
    {
      name: "reviewed_has_outcome",
      sentence: "It was reviewed without an outcome, or has an outcome without a review.",
      sql: "(retention_outcome is null) = (reviewed_on is null)",
      holds: (row) => (row["retention_outcome"] === null) === (row["reviewed_on"] === null),
    },
  ],
});
