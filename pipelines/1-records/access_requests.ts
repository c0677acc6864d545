import { defineContract } from "../../src/records/contract.ts";
import { codeField, dateField, keyField, notBefore, optional } from "../../src/records/fields.ts";
import { dataRights } from "./terms.ts";

/** A person's request to see, correct or delete what a partner holds about them. */
export const accessRequests = defineContract({
  kind: "access_requests",
  title: "Access requests",
  record:
    "One request of a person for access to their data, its correction or deletion. It holds " +
    "nothing about the person.",
  cases: ["request", "requests"],
  key: "access_request_id",
  dated: "received_on",
  quasiIdentifiers: ["data_right"],
  fields: {
    access_request_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "HB-A-0105",
    }),
    data_right: codeField(dataRights, {
      description: "The right that the person mainly used.",
      example: "access",
    }),
    received_on: dateField({
      description: "The day on which the request was received.",
      unit: "day",
      example: "2026-02-02",
    }),
    answered_on: optional(
      dateField({
        description:
          "The day on which the person had an answer to the whole of it. Empty: not yet.",
        unit: "day",
        example: "2026-02-27",
      }),
    ),
  },
  rules: [notBefore("answered_on", "received_on", "It was answered before it was received.")],
});
