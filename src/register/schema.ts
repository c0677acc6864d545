import { z } from "zod";

const text = z.string({ error: "is a text; put it in quotes" }).trim().min(1, "is empty");
const id = z
  .string({ error: "is a text; put it in quotes" })
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, "is made of letters, digits and hyphens");
const day = z
  .string({ error: "is a day, such as 2026-06-30" })
  .regex(/^\d{4}-\d{2}-\d{2}$/, "is a day, such as 2026-06-30")
  .refine(isRealDay, "is not a day of the calendar");
const digest = z
  .string({ error: "is a SHA-256 of 64 small hexadecimal digits; put it in quotes" })
  .regex(/^[0-9a-f]{64}$/, "is a SHA-256 of 64 small hexadecimal digits");

export const grades = ["critical", "major", "moderate", "minor"] as const;
export const confidences = ["high", "moderate", "low"] as const;
export const answers = ["yes", "partly", "no", "cannot say"] as const;
export const positions = ["accepted", "accepted in part", "rejected"] as const;
export const priorities = ["high", "medium", "low"] as const;
export const statuses = [
  "open",
  "in progress",
  "implemented (claimed)",
  "implemented (verified)",
  "closed unverified",
  "rejected",
] as const;

/** Something the reader can look up; references.ts says which forms there are. */
const evidence = z.strictObject({ ref: text, shows: text });

const step = z.strictObject({
  on: day,
  is: z.enum(statuses),
  /** Who says so: a partner or one of the bodies. */
  by: id.optional(),
  words: text.optional(),
  evidence: z.array(evidence).default([]),
});

const recommendation = z.strictObject({
  id,
  /** Further findings that it answers, besides the one of its file. */
  also: z.array(id).default([]),
  action: text,
  /** Who is to act: a partner or one of the bodies. */
  addressee: id,
  due: day,
  priority: z.enum(priorities),
  response: z
    .strictObject({ on: day, by: id, position: z.enum(positions), words: text })
    .optional(),
  status: z.array(step).default([]),
});

/** register/<finding>.yaml: one finding with its recommendations and what became of them. */
export const findingFile = z.strictObject({
  finding: z.strictObject(
    {
      id,
      /** The release that it was reported with. */
      release: id,
      title: text,
      grade: z.enum(grades),
      objective: id,
      criteria: z.array(id).min(1, "names no criterion"),
      condition: text,
      cause: text,
      effect: text,
      confidence: z.strictObject({ level: z.enum(confidences), why: text }),
      /** References to the figures, or to whole indicators, that it bears on. */
      affects: z.array(text).default([]),
      evidence: z
        .array(evidence)
        .min(1, "holds no evidence: a finding needs at least one reference"),
      /** The first release that shows it to the public; left out: the one it was reported with. */
      public_from: id.optional(),
      /** Who alone may read it: "sponsor" (and auditors) or "auditor". */
      restricted: z.enum(["sponsor", "auditor"]).optional(),
    },
    { error: "is missing or holds no keys: a recommendation needs the finding that it answers" },
  ),
  recommendations: z.array(recommendation).default([]),
});

/** register/audit.yaml: who audits by what right, what was asked, and the answers by release. */
export const auditFile = z.strictObject({
  body: z.strictObject({
    name: text,
    authority: text,
    independence: text,
    contact: text.optional(),
  }),
  /** Bodies besides the partners that act, answer or verify. */
  bodies: z.record(id, text).default({}),
  objectives: z.array(z.strictObject({ id, question: text })).min(1, "asks no question"),
  scope: z.strictObject({ covers: text, leaves_out: z.array(text).default([]) }),
  criteria: z
    .array(
      z.strictObject({
        id,
        kind: z.enum(["law", "standard", "agreement", "definition"]),
        title: text,
        says: text,
      }),
    )
    .min(1, "names no criterion"),
  method: z.array(text).default([]),
  documents: z.array(z.strictObject({ title: text, sha256: digest, kept_by: text })).default([]),
  conclusions: z
    .array(
      z.strictObject({
        release: id,
        summary: text,
        objectives: z.record(id, z.strictObject({ answer: z.enum(answers), words: text })),
      }),
    )
    .default([]),
});

export type FindingFile = z.infer<typeof findingFile>;
export type AuditFile = z.infer<typeof auditFile>;
export type Recommendation = FindingFile["recommendations"][number];
export type Status = (typeof statuses)[number];

function isRealDay(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
