import { z } from "zod";
import { day, month, text } from "./shapes.ts";
import { reason, tierName } from "./vocabulary.ts";
import { family } from "./definition.ts";

/** What a release is about. */

/** leadership: a sponsor's post changed hands; method: something is counted or done otherwise. */
export const eventKind = z.enum(["leadership", "method"]);

/** What the release is about: programme, partners, words for every code, indicators in order. */
export const about = z.strictObject({
  format: z.literal("plumbline-release/1"),
  tier: tierName,
  release: z.strictObject({ id: text, title: text, cutOff: day, published: day }),
  previous: z.strictObject({ id: text, title: text, published: day }).nullable(),
  programme: z.strictObject({
    id: text,
    name: text,
    about: text,
    synthetic: z.boolean(),
    currency: text,
    contact: text.nullable(),
  }),
  period: z.strictObject({ from: month, to: month }),
  partners: z.array(
    z.strictObject({ id: text, name: text, sector: text, region: text.nullable() }),
  ),
  /** What the programme says happened, up to the cut-off, to be marked on every time line. */
  events: z.array(z.strictObject({ month, kind: eventKind, title: text })),
  families: z.array(family),
  indicators: z.array(text),
  /** Indicators that nothing was submitted for, or that no partner keeps a record of. */
  notMeasured: z.array(
    z.strictObject({ id: text, title: text, kinds: z.array(text), why: reason }),
  ),
  /** Words for codes, per dimension: labels.threat_type.fraud = "Fraud and money laundering". */
  labels: z.record(text, z.record(text, text)),
});
export type EventKind = z.infer<typeof eventKind>;
export type About = z.infer<typeof about>;
