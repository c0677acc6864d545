import { defineContract } from "../../src/records/contract.ts";
import { codeField, dateField, keyField, notBefore, optional } from "../../src/records/fields.ts";
import { reviewCategories, reviewTypes } from "./terms.ts";

/** A review of a body's work, from the plan to the published report. */
export const reviews = defineContract({
  kind: "reviews",
  title: "Reviews",
  record:
    "One review that was planned, of the body that records it. An inspection of several activity " +
    "categories is one record for each of them.",
  cases: ["review", "reviews"],
  key: "review_id",
  dated: "planned_on",
  quasiIdentifiers: ["review_type", "review_category"],
  fields: {
    review_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "HB-R-0017",
    }),
    review_type: codeField(reviewTypes, {
      description: "What kind of review it is.",
      example: "inspection",
    }),
    review_category: codeField(reviewCategories, {
      description: "Which activity category it looks at.",
      example: "sharing",
    }),
    planned_on: dateField({
      description: "The day by which it was first planned to be done; it stays when that is moved.",
      ahead: true,
      unit: "day",
      example: "2026-01-31",
    }),
    done_on: optional(
      dateField({
        description: "The day on which it was done. Empty: not done yet.",
        unit: "day",
        example: "2026-01-27",
      }),
    ),
    published_on: optional(
      dateField({
        description:
          "The day on which its report, or a version of it, was published. Empty: not yet.",
        unit: "day",
        example: "2026-03-10",
      }),
    ),
  },
  rules: [
    notBefore("published_on", "done_on", "It was published before it was done."),
    {
      name: "published_is_done",
      sentence: "It is published without being done.",
      sql: "published_on is null or done_on is not null",
      holds: (row) => row["published_on"] === null || row["done_on"] !== null,
    },
    {
      name: "inspection_has_category",
      sentence: "It is an inspection of no one category.",
      sql: "not (review_type = 'inspection' and review_category = 'several')",
      holds: (row) => row["review_type"] !== "inspection" || row["review_category"] !== "several",
    },
  ],
});
