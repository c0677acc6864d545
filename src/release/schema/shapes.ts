import { z } from "zod";
import { unit } from "./vocabulary.ts";

/** Shapes that the files of a release share. */

export const text = z.string();
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const month = z.string().regex(/^\d{4}-\d{2}$/);
export const digest = z.string().regex(/^[0-9a-f]{64}$/);
export const count = z.int().min(0);

/** What names a figure: the same in every release. */
export const place = {
  indicator: text,
  /** "year", "quarter", "month", "partner", "sector", "region", "threat_type", "quarter,grade", … */
  breakdown: text,
  /** A month "2026-03", a quarter "2026-Q1", a year "2025-10_2026-09", or a code with a label. */
  category: text,
  subcategory: text.nullable(),
  from: month,
  to: month,
  statistic: text,
  unit,
};

export const table = z.strictObject({
  name: text,
  columns: z.array(text),
  rows: z.array(z.array(z.union([text, z.null()]))),
});
