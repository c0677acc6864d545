import { defineContract } from "../../src/records/contract.ts";
import {
  booleanField,
  codeField,
  dateField,
  keyField,
  notBefore,
  optional,
} from "../../src/records/fields.ts";
import { sponsorPosts as posts } from "./terms.ts";

/** Whether a sponsor post is filled, at the end of each month, and since when. */
export const sponsorPosts = defineContract({
  kind: "sponsor_posts",
  title: "Sponsor posts",
  record: "One sponsor post at the end of one month. It names the post, not who holds it.",
  cases: ["post at a month’s end", "posts at the ends of months"],
  key: "post_month_id",
  dated: "census_on",
  quasiIdentifiers: ["sponsor_post"],
  fields: {
    post_month_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "SC-P-0104",
    }),
    census_on: dateField({
      description: "The last day of the month.",
      unit: "day",
      example: "2026-03-31",
    }),
    sponsor_post: codeField(posts, { description: "Which post it is.", example: "chair" }),
    post_filled: booleanField({
      description: "Whether somebody holds it; acting for an absent holder is not holding.",
      example: "true",
    }),
    in_post_since: optional(
      dateField({
        description:
          "The day on which its holder took office, also where that was before the programme. " +
          "Empty: not known, or vacant.",
        unit: "day",
        example: "2025-06-16",
      }),
    ),
  },
  rules: [
    notBefore("census_on", "in_post_since", "Its holder took office after the day it speaks of."),
    {
      name: "census_at_month_end",
      sentence: "It speaks of a day that is not the last of a month.",
      sql: "census_on = last_day(census_on)",
      holds: (row) => isMonthEnd(row["census_on"]),
    },
    {
      name: "vacant_has_no_holder",
      sentence: "It is vacant, and says since when it is held.",
      sql: "post_filled or in_post_since is null",
      holds: (row) => row["post_filled"] === true || row["in_post_since"] === null,
    },
  ],
});

function isMonthEnd(day: unknown): boolean {
  if (typeof day !== "string") return true;
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}
