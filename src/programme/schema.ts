import { z } from "zod";
import { sectors } from "../../pipelines/1-records/terms.ts";

const text = z.string({ error: "is a text; put it in quotes" }).trim().min(1, "is empty");
const id = z
  .string({ error: "is a text; put it in quotes" })
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "is made of small letters, digits and hyphens");
const day = z
  .string({ error: "is a day, such as 2026-06-30" })
  .regex(/^\d{4}-\d{2}-\d{2}$/, "is a day, such as 2026-06-30")
  .refine(isRealDay, "is not a day of the calendar");
const month = z
  .string({ error: "is a month, such as 2024-10" })
  .regex(/^(199|20\d)\d-(0[1-9]|1[0-2])$/, "is a month from 1990 to 2099, such as 2024-10");

/** Where a field of the contract comes from in a file that keeps its own columns. */
const origin = z.union(
  [
    text,
    z.strictObject({ sql: text }),
    z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]) }),
  ],
  { error: 'is a column, { sql: … }, { value: … } or "not recorded"' },
);

const mapping = z.strictObject({
  columns: z.record(z.string(), origin).default({}),
  codes: z
    .record(
      z.string(),
      z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    )
    .default({}),
  ignore: z.array(text).default([]),
  delimiter: z
    .enum([",", ";", "\t", "|"], { error: 'is one of "," ";" "|" and a tab' })
    .default(","),
  encoding: z.enum(["utf-8", "latin-1"], { error: "is utf-8 or latin-1" }).default("utf-8"),
});

const partner = z.strictObject({
  id,
  name: text,
  sector: z.enum(Object.keys(sectors) as [string, ...string[]]),
  region: text,
  codes: z.array(text).default([]),
  mappings: z.record(z.string(), text).default({}),
  submits: z.array(text).default([]),
});

const source = z.strictObject({
  files: z.union([text, z.array(text).min(1)], { error: "is a path or a list of paths" }),
  kind: text,
  period: z.union([text, z.int().transform(String)], { error: "is a period, such as 2026-Q1" }),
  received: day.optional(),
  partner: id.optional(),
  mapping: text.optional(),
});

/** A share within a limit is exact for whole units only. */
const limit = z
  .int({ error: "is a whole number" })
  .min(0, "is at least 0")
  .max(100_000_000, "is at most 100000000");

const listed = z.union([z.literal("all"), z.array(id).min(1)], {
  error: "is a list of indicators, or all",
});
const event = z
  .strictObject({
    month,
    kind: z.enum(["leadership", "method"], { error: "is leadership or method" }),
    title: text,
    /** Those that are counted otherwise from this month on. */
    indicators: listed.optional(),
  })
  .refine(({ kind, indicators }) => kind === "method" || indicators === undefined, {
    error: "is for a change of method only",
    path: ["indicators"],
  });

const lastDay = day.refine(isLastOfMonth, "is not the last day of a month");
const revision = z.strictObject({
  indicators: listed,
  kind: z.enum(["restatement", "correction", "method change", "late data"]),
  reason: text,
});
const release = z.strictObject({
  ...{ id, title: text, cut_off: lastDay, published: day },
  revisions: z.array(revision).default([]),
});

/** What programme.yaml may say, key by key. */
export const programmeSchema = z.strictObject({
  programme: z.strictObject({
    id,
    name: text,
    about: text,
    synthetic: z.boolean({ error: "is true or false" }).default(false),
    currency: z
      .string({ error: "is a code of ISO 4217, such as EUR" })
      .regex(/^[A-Z]{3}$/, "is a code of ISO 4217, such as EUR"),
    starts: month,
    contact: text.optional(),
  }),
  regions: z.record(id, text),
  partners: z.array(partner).min(1, "names no partner"),
  mappings: z.record(z.string(), mapping).default({}),
  sources: z.array(source).default([]),
  limits: z.record(z.string(), limit).default({}),
  due_days: z.int({ error: "is a whole number" }).min(0, "is at least 0").default(30),
  events: z.array(event).default([]),
  releases: z.array(release).default([]),
});

export type ProgrammeFile = z.infer<typeof programmeSchema>;
export type Mapping = z.infer<typeof mapping>;
export type Origin = z.infer<typeof origin>;

/** Figures are by month, and a month is published whole. */
function isLastOfMonth(value: string): boolean {
  return new Date(Date.parse(`${value}T00:00:00Z`) + 86_400_000).getUTCDate() === 1;
}

function isRealDay(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
