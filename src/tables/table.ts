import { readFile } from "node:fs/promises";
import { z } from "zod";
import { findFault } from "./faults.ts";
import { tableProblems } from "./problems.ts";

/** A table to be protected or attacked: base cells, and published cells that are sums of them. */
export interface Table {
  readonly id: string;
  /** Counts are whole and at least 0; amounts are decimals at least 0. */
  readonly kind: "counts" | "amounts";
  /** The value of each base cell. */
  readonly inner: readonly number[];
  /** Every published cell. Its members are the whole truth about margins, hierarchies and links. */
  readonly cells: readonly TableCell[];
  readonly rule: PrimaryRule;
  /** The least width of the interval that a reader may be left with; null for amounts. */
  readonly threshold: number | null;
  /** Who adds what to each base cell, where that is known. */
  readonly contributions?: readonly (readonly Contribution[])[];
}

export interface Contribution {
  readonly contributor: string;
  readonly value: number;
}

export interface TableCell {
  readonly value: number;
  /** How many cases the cell holds, where the table is one of amounts. */
  readonly count: number | null;
  /** Indices into `inner`, ascending. */
  readonly members: readonly number[];
}

/** What must be hidden by itself. */
export type PrimaryRule =
  | {
      readonly type: "count_le";
      readonly max: number;
      /** protected: hidden like small counts; published: shown; structural: shown, and certain. */
      readonly zeros: "protected" | "published" | "structural";
    }
  | { readonly type: "p_percent"; readonly p: number };

const key = z.array(z.string());
const number = z.number();

/** The file as it is written; fields that are not named here are passed over. */
const file = z.object({
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

export type TableFile = z.infer<typeof file>;

/**
 * Reads a table file and checks that it holds together.
 * @throws Problem when the file is not one, does not add up, names members that are not there,
 * holds a negative count or a circle in its hierarchy; the sentence never holds a value.
 */
export async function readTableFile(path: string): Promise<{ table: Table; raw: unknown }> {
  const text = await readFile(path, "utf8");
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw tableProblems.notJson(path);
  }
  return { table: parseTable(raw, path), raw };
}

/** As `readTableFile`, for a value that has been read already; `name` is what messages call it. */
export function parseTable(raw: unknown, name: string): Table {
  const parsed = file.safeParse(raw);
  if (!parsed.success) {
    throw tableProblems.notATable(name, parsed.error.issues[0]!.path.join("."));
  }
  const rows = placeMicrodata(parsed.data);
  const fault = findFault(parsed.data, rows);
  if (fault !== undefined) throw tableProblems.faulty(name, fault);
  const counts = parsed.data.kind === "frequency";
  const valueOf = (cell: { count?: number | undefined; value?: number | undefined }): number =>
    (counts ? cell.count : cell.value)!;
  const rule = parsed.data.primaryRule;
  return {
    id: parsed.data.id,
    kind: counts ? "counts" : "amounts",
    inner: parsed.data.inner.map(valueOf),
    cells: parsed.data.cells.map((cell) => ({
      value: valueOf(cell),
      count: cell.count ?? null,
      members: [...cell.members].sort((a, b) => a - b),
    })),
    rule:
      rule.type === "p_percent"
        ? rule
        : {
            ...rule,
            zeros: /^\w+/.exec(rule.zeros)![0] as "protected" | "published" | "structural",
          },
    threshold: parsed.data.threshold,
    ...(rows.length === 0 ? {} : { contributions: listContributions(parsed.data, rows) }),
  };
}

/** A row of microdata: the base cell that it belongs to (-1 for none), and what it adds to it. */
export interface PlacedRow extends Contribution {
  readonly inner: number;
}

/** What the key of a base cell has where it stands for any contributor. */
const anyone = "NA";

/** The contributor is named in that inner dimension in which the key of a base cell is "NA". */
function placeMicrodata({ kind, innerDims, inner, microdata }: TableFile): PlacedRow[] {
  if (kind === "frequency") return [];
  const contributor = innerDims.find((_, at) => inner.some(({ key }) => key[at] === anyone));
  if (contributor === undefined) return [];
  return microdata.map((row) => ({
    inner: inner.findIndex(({ key }) =>
      innerDims.every((name, at) => key[at] === anyone || key[at] === row[name]),
    ),
    contributor: String(row[contributor]),
    value: Number(row["value"]),
  }));
}

function listContributions({ inner }: TableFile, rows: readonly PlacedRow[]): Contribution[][] {
  const lists = inner.map((): Contribution[] => []);
  for (const { inner: at, contributor, value } of rows) lists[at]!.push({ contributor, value });
  return lists;
}
