import { defineContract } from "../../src/records/contract.ts";
import {
  booleanField,
  codeField,
  dateField,
  keyField,
  notBefore,
  optional,
} from "../../src/records/fields.ts";
import { concernChannels, concernMatters } from "./terms.ts";

/** A concern or protected disclosure by somebody who works for a partner. */
export const concerns = defineContract({
  kind: "concerns",
  title: "Concerns",
  record:
    "One concern or protected disclosure by a member of staff. It holds nothing about the person.",
  cases: ["concern", "concerns"],
  key: "concern_id",
  dated: "raised_on",
  quasiIdentifiers: ["concern_channel", "concern_about"],
  fields: {
    concern_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "HB-W-0006",
    }),
    concern_channel: codeField(concernChannels, {
      description: "To whom the concern was raised.",
      example: "ombudsperson",
    }),
    concern_about: codeField(concernMatters, {
      description: "What the concern is about, coarsely.",
      example: "data",
    }),
    raised_on: dateField({
      description: "The day on which the concern was raised.",
      unit: "day",
      example: "2026-02-02",
    }),
    acknowledged_on: optional(
      dateField({
        description: "The day on which receipt was acknowledged. Empty: not yet.",
        unit: "day",
        example: "2026-02-05",
      }),
    ),
    concern_closed_on: optional(
      dateField({
        description: "The day on which the concern was closed. Empty: still open.",
        unit: "day",
        example: "2026-04-20",
      }),
    ),
    outcome_told: optional(
      booleanField({
        description:
          "Whether the person was told what came of the concern. Empty: not known or still open.",
        example: "true",
      }),
    ),
    detriment_reported: optional(
      booleanField({
        description:
          "Whether the person reported detriment for having raised it: a transfer, a lost " +
          "promotion, harassment. Empty: not known.",
        example: "false",
      }),
    ),
  },
  rules: [
    notBefore("acknowledged_on", "raised_on", "It was acknowledged before it was raised."),
    notBefore("concern_closed_on", "raised_on", "It was closed before it was raised."),
    {
      name: "told_when_closed",
      sentence: "It says whether the person was told the outcome of a concern that is still open.",
      sql: "outcome_told is null or concern_closed_on is not null",
      holds: (row) => row["outcome_told"] === null || row["concern_closed_on"] !== null,
    },
  ],
});
