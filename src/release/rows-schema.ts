import { z } from "zod";
import type { IndicatorRows } from "../indicators/rows.ts";

const text = z.string();
const month = z.string().regex(/^\d{4}-\d{2}$/);

const column = z
  .strictObject({
    name: text,
    codes: z.array(text).optional(),
    values: z.array(z.union([z.int().min(0), z.string().regex(/^-?\d+(\.\d+)?$/)])),
  })
  .refine(
    ({ codes, values }) =>
      codes === undefined ||
      values.every((value) => typeof value === "number" && value < codes.length),
    "holds an index beyond its codes",
  );

/** `indicators/<id>/rows.json`, as FORMAT.md explains it. */
export const rowsFile = z.strictObject({
  format: z.literal("plumbline-rows/1"),
  indicator: text,
  span: z.strictObject({ from: month, to: month }),
  domains: z.record(text, z.array(text)),
  partners: z.array(z.strictObject({ partner: text, sector: text, region: text })),
  columns: z
    .array(column)
    .refine(
      ([first, ...others]) => others.every(({ values }) => values.length === first!.values.length),
      "columns differ in length",
    ),
});

export type RowsFile = z.infer<typeof rowsFile>;

/** The file's text: one line for each column, so that it stays small and can still be read. */
export function formatRows(indicator: string, rows: IndicatorRows): string {
  const { span, domains, partners, columns } = rows;
  const lines = (items: readonly string[]): string => items.map((item) => `\n  ${item}`).join(",");
  return [
    "{",
    ` "format": "plumbline-rows/1",`,
    ` "indicator": ${JSON.stringify(indicator)},`,
    ` "span": ${JSON.stringify(span)},`,
    ` "domains": ${JSON.stringify(domains)},`,
    ` "partners": [${lines(partners.map((one) => JSON.stringify(one)))}\n ],`,
    ` "columns": [${lines(columns.map(formatColumn))}\n ]`,
    "}\n",
  ].join("\n");
}

/** Values stand apart: "2,700" could be read as one number. */
function formatColumn({ values, ...about }: IndicatorRows["columns"][number]): string {
  const list = values.map((value) => JSON.stringify(value)).join(", ");
  return `${JSON.stringify(about).slice(0, -1)},"values":[${list}]}`;
}
