import { z } from "zod";
import { day, text } from "./shapes.ts";

const evidence = z.strictObject({ ref: text, shows: text });

export const registerFinding = z.strictObject({
  id: text,
  /** The release that it was reported with. */
  release: text,
  /** The first release that shows it to readers of the tier. */
  shownFrom: text,
  title: text,
  grade: z.enum(["critical", "major", "moderate", "minor"]),
  objective: text,
  criteria: z.array(text),
  condition: text,
  cause: text,
  effect: text,
  confidence: z.strictObject({ level: z.enum(["high", "moderate", "low"]), why: text }),
  affects: z.array(text),
  evidence: z.array(evidence),
});

export const registerRecommendation = z.strictObject({
  id: text,
  /** The release of the first finding that it answers. */
  release: text,
  shownFrom: text,
  findings: z.array(text),
  action: text,
  addressee: text,
  due: day,
  priority: z.enum(["high", "medium", "low"]),
  response: z
    .strictObject({
      on: day,
      by: text,
      position: z.enum(["accepted", "accepted in part", "rejected"]),
      words: text,
    })
    .nullable(),
  /** At the cut-off of the release. */
  status: z.enum([
    "open",
    "in progress",
    "implemented (claimed)",
    "implemented (verified)",
    "closed unverified",
    "rejected",
  ]),
  since: day.nullable(),
  /** Open or in progress, and its due day was over at the cut-off. */
  overdue: z.boolean(),
  steps: z.array(
    z.strictObject({
      on: day,
      is: text,
      by: text.nullable(),
      words: text.nullable(),
      evidence: z.array(evidence),
    }),
  ),
});

/** What independent auditors have found, as far as the readers of the tier may know it. */
export const register = z.strictObject({
  /** Null where the programme keeps no register. */
  body: z
    .strictObject({ name: text, authority: text, independence: text, contact: text.nullable() })
    .nullable(),
  summary: text.nullable(),
  objectives: z.array(
    z.strictObject({
      id: text,
      question: text,
      /** Null where this release concludes nothing on it. */
      conclusion: z
        .strictObject({ answer: z.enum(["yes", "partly", "no", "cannot say"]), words: text })
        .nullable(),
    }),
  ),
  scope: z.strictObject({ covers: text, leavesOut: z.array(text) }).nullable(),
  criteria: z.array(z.strictObject({ id: text, kind: text, title: text, says: text })),
  method: z.array(text),
  /** Those that what is shown refers to. */
  documents: z.array(z.strictObject({ title: text, sha256: text, keptBy: text })),
  findings: z.array(registerFinding),
  recommendations: z.array(registerRecommendation),
});

export type Register = z.infer<typeof register>;
export type RegisterFinding = z.infer<typeof registerFinding>;
export type RegisterRecommendation = z.infer<typeof registerRecommendation>;

/** The register of a programme that keeps none. */
export const noRegister: Register = {
  body: null,
  summary: null,
  objectives: [],
  scope: null,
  criteria: [],
  method: [],
  documents: [],
  findings: [],
  recommendations: [],
};
