import { readFile } from "node:fs/promises";
import { findFault } from "./faults.ts";
import { tableProblems } from "./problems.ts";
import { tableFile, type PlacedRow, type TableFile } from "./table-file.ts";

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
  const parsed = tableFile.safeParse(raw);
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
