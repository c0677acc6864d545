import { defineContract } from "../../src/records/contract.ts";
import {
  booleanField,
  codeField,
  dateField,
  keyField,
  notBefore,
  optional,
} from "../../src/records/fields.ts";
import {
  counterpartSectors,
  exchangeOutcomes,
  requestDirections,
  requestUrgencies,
} from "./terms.ts";

/** A request for assistance or information between a partner and a body outside it. */
export const exchanges = defineContract({
  kind: "exchanges",
  title: "Exchanges",
  record:
    "One request for assistance or information between a partner and a counterpart, from the " +
    "day it was made to its end.",
  cases: ["request", "requests"],
  key: "exchange_id",
  dated: "requested_on",
  quasiIdentifiers: ["request_direction", "counterpart_sector", "request_urgency"],
  fields: {
    exchange_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "HB-X-0042",
    }),
    request_direction: codeField(requestDirections, {
      description: "Whether the partner was asked or asked somebody else.",
      example: "incoming",
    }),
    counterpart_sector: codeField(counterpartSectors, {
      description: "The sector of the other body; never its name or its country.",
      example: "law_enforcement",
    }),
    request_urgency: codeField(requestUrgencies, {
      description: "Whether whoever asked called it urgent.",
      example: "standard",
    }),
    requested_on: dateField({
      description: "The day on which the request reached the body that was asked.",
      unit: "day",
      example: "2026-02-02",
    }),
    legal_basis_documented: optional(
      booleanField({
        description: "Whether the legal basis of the exchange is on file. Empty: not known.",
        example: "true",
      }),
    ),
    proportionality_reviewed: optional(
      booleanField({
        description:
          "Whether somebody reviewed that the exchange is necessary and proportionate. Empty: " +
          "not known.",
        example: "true",
      }),
    ),
    exchange_outcome: optional(
      codeField(exchangeOutcomes, {
        description: "How the request ended. Empty: still open.",
        example: "executed",
      }),
    ),
    concluded_on: optional(
      dateField({
        description: "The day on which it was executed, refused or withdrawn. Empty: still open.",
        unit: "day",
        example: "2026-03-16",
      }),
    ),
  },
  rules: [
    notBefore("concluded_on", "requested_on", "It ended before it was requested."),
    {
      name: "concluded_has_outcome",
      sentence: "It has an end without an outcome, or an outcome without the day of its end.",
      sql: "(exchange_outcome is null) = (concluded_on is null)",
      holds: (row) => (row["exchange_outcome"] === null) === (row["concluded_on"] === null),
    },
  ],
});
