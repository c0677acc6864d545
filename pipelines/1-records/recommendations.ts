import { defineContract } from "../../src/records/contract.ts";
import { codeField, dateField, keyField, notBefore, optional } from "../../src/records/fields.ts";
import { recommendationPriorities, recommendationSources } from "./terms.ts";

/** A recommendation or red-team finding, from the day it was made until others see that it is done. */
export const recommendations = defineContract({
  kind: "recommendations",
  title: "Recommendations",
  record: "One recommendation or red-team finding, recorded by the body that it is addressed to.",
  cases: ["recommendation", "recommendations"],
  key: "recommendation_id",
  dated: "made_on",
  quasiIdentifiers: ["recommendation_source", "recommendation_priority"],
  fields: {
    recommendation_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "HB-A-0023",
    }),
    recommendation_source: codeField(recommendationSources, {
      description: "What it comes from.",
      example: "red_team",
    }),
    recommendation_priority: codeField(recommendationPriorities, {
      description: "How much it matters, as those who made it say.",
      example: "priority",
    }),
    made_on: dateField({
      description: "The day on which it was made.",
      unit: "day",
      example: "2025-11-03",
    }),
    due_on: dateField({
      description: "The day by which it was first agreed to be done; it stays when that is moved.",
      ahead: true,
      unit: "day",
      example: "2026-03-31",
    }),
    implemented_on: optional(
      dateField({
        description: "The day on which the body says that it was done. Empty: not yet.",
        unit: "day",
        example: "2026-02-20",
      }),
    ),
    verified_on: optional(
      dateField({
        description:
          "The day on which somebody independent of the body found that it was done. Empty: not yet.",
        unit: "day",
        example: "2026-03-12",
      }),
    ),
    retested_on: optional(
      dateField({
        description:
          "The day on which a red-team finding was tried again, without success. Empty: not yet.",
        unit: "day",
        example: "2026-03-10",
      }),
    ),
  },
  rules: [
    notBefore("due_on", "made_on", "It was due before it was made."),
    notBefore("implemented_on", "made_on", "It was done before it was made."),
    notBefore("verified_on", "implemented_on", "It was verified before it was done."),
    notBefore("retested_on", "implemented_on", "It was tried again before it was done."),
    {
      name: "verified_is_implemented",
      sentence: "It is verified without being done.",
      sql: "verified_on is null or implemented_on is not null",
      holds: (row) => row["verified_on"] === null || row["implemented_on"] !== null,
    },
    {
      name: "retested_is_red_team",
      sentence: "It was tried again although it is no red-team finding.",
      sql: "retested_on is null or recommendation_source = 'red_team'",
      holds: (row) => row["retested_on"] === null || row["recommendation_source"] === "red_team",
    },
  ],
});
