import { defineContract } from "../../src/records/contract.ts";
import { codeField, dateField, keyField, notBefore, optional } from "../../src/records/fields.ts";
import { staffRoles, trainingModules } from "./terms.ts";

/** Training that a member of staff in scope is to complete. */
export const training = defineContract({
  kind: "training",
  title: "Training",
  record:
    "One member of staff in scope for one module that falls due. It holds nothing else about them.",
  cases: ["module due", "modules due"],
  key: "training_id",
  dated: "due_on",
  quasiIdentifiers: ["training_module", "staff_role"],
  fields: {
    training_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "HB-T-0456",
    }),
    training_module: codeField(trainingModules, {
      description: "Which module it is.",
      example: "legal_authority",
    }),
    staff_role: codeField(staffRoles, {
      description: "What the member of staff does, coarsely.",
      example: "analysis",
    }),
    due_on: dateField({
      description: "The day by which the module is to be completed, or completed again.",
      ahead: true,
      unit: "day",
      example: "2026-02-28",
    }),
    completed_on: optional(
      dateField({
        description: "The day on which it was completed. Empty: not yet.",
        unit: "day",
        example: "2026-02-19",
      }),
    ),
    valid_until: optional(
      dateField({
        description: "The last day on which the completion is valid. Empty: it does not lapse.",
        ahead: true,
        unit: "day",
        example: "2027-02-18",
      }),
    ),
  },
  rules: [
    notBefore("valid_until", "completed_on", "It lapsed before it was completed."),
    {
      name: "valid_is_completed",
      sentence: "It is valid without being completed.",
      sql: "valid_until is null or completed_on is not null",
      holds: (row) => row["valid_until"] === null || row["completed_on"] !== null,
    },
  ],
});
