import { defineContract } from "../../src/records/contract.ts";
import { codeField, dateField, keyField } from "../../src/records/fields.ts";
import { reportingStates, timelinesses } from "./terms.ts";

/** Who reported what for which month: seen when submissions are read, and submitted by nobody. */
export const reporting = defineContract({
  kind: "reporting",
  title: "Months due",
  record: "One month for which a partner was due to submit one kind of record.",
  cases: ["month due", "months due"],
  key: "reporting_id",
  dated: "month_on",
  quasiIdentifiers: [],
  observed: true,
  fields: {
    reporting_id: keyField({ description: "Not kept.", example: "harbour-incidents-2026-03" }),
    month_on: dateField({
      description: "The first day of the month.",
      unit: "day",
      example: "2026-03-01",
    }),
    record_kind: keyField({ description: "The kind of record.", example: "incidents" }),
    reporting_state: codeField(reportingStates, {
      description: "Whether a file that was received after the month’s end speaks of it.",
      example: "covered",
    }),
    timeliness: codeField(timelinesses, {
      description:
        "Whether the first such file came by the day on which the month was due: so many days after " +
        "the cut-off of the first release that speaks of the month.",
      example: "on_time",
    }),
  },
  rules: [],
});
