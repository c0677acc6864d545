import { defineContract } from "../../src/records/contract.ts";
import { codeField, dateField, keyField, notBefore, optional } from "../../src/records/fields.ts";
import { errorCauses, errorFinders, errorSeverities } from "./terms.ts";

/** An error by which a power was used, or data obtained or kept, other than the law allows. */
export const errors = defineContract({
  kind: "errors",
  title: "Errors",
  record:
    "One relevant error in the use of a power or of data, from the day it was found to its " +
    "report to the overseer.",
  cases: ["error", "errors"],
  key: "error_id",
  dated: "found_on",
  quasiIdentifiers: ["error_cause", "error_severity", "found_by"],
  fields: {
    error_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "HB-E-0007",
    }),
    error_cause: codeField(errorCauses, {
      description: "The main cause of the error.",
      example: "technical",
    }),
    error_severity: codeField(errorSeverities, {
      description:
        "Recordable: kept on file. Reportable: the overseer must be told. Serious: it did " +
        "somebody significant harm.",
      example: "reportable",
    }),
    found_by: codeField(errorFinders, {
      description: "Who found the error.",
      example: "self",
    }),
    occurred_on: optional(
      dateField({
        description: "The day on which the error happened or began. Empty: not known.",
        unit: "day",
        example: "2026-01-20",
      }),
    ),
    found_on: dateField({
      description: "The day on which it was established that there was an error.",
      unit: "day",
      example: "2026-02-02",
    }),
    reported_on: optional(
      dateField({
        description: "The day on which the overseer was told. Empty: not yet, or not required.",
        unit: "day",
        example: "2026-02-11",
      }),
    ),
  },
  rules: [
    notBefore("found_on", "occurred_on", "It was found before it happened."),
    notBefore("reported_on", "found_on", "It was reported before it was found."),
  ],
});
