import { z } from "zod";

const key = z.array(z.string());
const number = z.number();

/** The file as it is written; fields that are not named here are passed over. */
export const tableFile = z.object({
  id: z.string().default("table"),
  kind: z.enum(["frequency", "magnitude"]),
  primaryRule: z.discriminatedUnion("type", [
    z.object({
      type: z.literal("count_le"),
      max: z.int().min(0),
      zeros: z.string().regex(/^(protected|published|structural)\b/),
    }),
    z.object({ type: z.literal("p_percent"), p: z.number().gt(0).lte(100) }),
  ]),
  threshold: z.number().nullable().default(null),
  innerDims: z.array(z.string()).default([]),
  inner: z.array(z.object({ key, count: number.optional(), value: number.optional() })).min(1),
  cells: z
    .array(
      z.object({
        key,
        count: number.optional(),
        value: number.optional(),
        members: z.array(z.int()).min(1),
      }),
    )
    .min(1),
  marginRelations: z
    .array(z.object({ total: z.int(), parts: z.array(z.int()).min(1) }))
    .default([]),
  microdata: z.array(z.record(z.string(), z.unknown())).default([]),
});

export type TableFile = z.infer<typeof tableFile>;

/** A row of microdata: the base cell that it belongs to (-1 for none), and what it adds to it. */
export interface PlacedRow {
  readonly inner: number;
  readonly contributor: string;
  readonly value: number;
}
