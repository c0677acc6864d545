import { defineContract } from "../../src/records/contract.ts";
import { codeField, dateField, integerField, keyField } from "../../src/records/fields.ts";
import { rowOutcomes, terminologies } from "./terms.ts";

/** What became of the rows that partners sent: seen when submissions are read. */
export const deliveries = defineContract({
  kind: "deliveries",
  title: "Rows received",
  record: "The rows of one file of a partner that were accepted, were refused, or were repeats.",
  cases: ["row", "rows"],
  key: "delivery_id",
  dated: "covers_until",
  quasiIdentifiers: [],
  observed: true,
  standsFor: "rows_received",
  fields: {
    delivery_id: keyField({ description: "Not kept.", example: "1" }),
    covers_until: dateField({
      description: "The last day that the file speaks of, at the latest the cut-off.",
      unit: "day",
      example: "2026-09-30",
    }),
    row_outcome: codeField(rowOutcomes, {
      description: "What became of the rows.",
      example: "accepted",
    }),
    terminology: codeField(terminologies, {
      description: "Whether the file keeps to the common columns and codes.",
      example: "common",
    }),
    rows_received: integerField(
      { min: 1, max: 2_000_000_000 },
      { description: "How many rows they are.", unit: "rows", example: "1021" },
    ),
  },
  rules: [],
});
