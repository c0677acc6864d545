import { defineContract } from "../../src/records/contract.ts";
import { codeField, dateField, keyField, notBefore, optional } from "../../src/records/fields.ts";
import { sectors } from "./terms.ts";

/** Time that somebody from one partner works at another. */
export const secondments = defineContract({
  kind: "secondments",
  title: "Secondments",
  record: "One secondment to another partner, recorded by the partner that sends.",
  cases: ["secondment", "secondments"],
  key: "secondment_id",
  dated: "began_on",
  quasiIdentifiers: ["host_sector"],
  fields: {
    secondment_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "HB-X-0009",
    }),
    host_sector: codeField(sectors, {
      description: "The sector of the partner that receives.",
      example: "intelligence",
    }),
    began_on: dateField({
      description: "The first day of the secondment.",
      unit: "day",
      example: "2026-01-12",
    }),
    ended_on: optional(
      dateField({
        description: "The last day of the secondment. Empty: it still runs.",
        unit: "day",
        example: "2026-04-17",
      }),
    ),
  },
  rules: [notBefore("ended_on", "began_on", "It ended before it began.")],
});
