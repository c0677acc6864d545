import type { Rows } from "../../engines/highs.ts";
import { chooseIndependent } from "./independent.ts";
import type { Fate, Group, Structure } from "./structure.ts";

/** Falls and duals below this are noise of floating point. */
export const noise = 1e-7;

/** How a structure is laid out for the solver, whose columns are changes of base cells. */
export interface Layout {
  /** Column of the structure of each column here: those that are not shown for good. */
  readonly columns: readonly number[];
  /** The reverse, -1 for columns that are shown for good. */
  readonly columnOf: readonly number[];
  /** Who decides whether a column may change. */
  readonly owner: readonly Owner[];
  readonly bounds: { readonly lower: Float64Array; readonly upper: Float64Array };
  readonly rows: readonly Row[];
  readonly rowOf: ReadonlyMap<number, number>;
  /** Groups that are not shown for good. */
  readonly moving: readonly number[];
}

export interface Owner {
  /** -1 for a base cell that is not published. */
  readonly group: number;
  readonly fate: Fate;
}

export interface Row extends Owner {
  readonly columns: readonly number[];
  /** Whether the group, if hidden, is kept from falling by more than its columns are. */
  readonly binds: boolean;
}

/** Lays out what can move, and what ties it. */
export function lay(structure: Structure, fates: readonly Fate[]): Layout {
  const { groups, columns: values, ownGroup } = structure;
  const ownerOf = (column: number): Owner => {
    const group = ownGroup[column]!;
    return { group, fate: group < 0 ? "hidden" : fates[group]! };
  };
  const columns = [...values.keys()].filter((column) => ownerOf(column).fate !== "shown");
  const columnOf = values.map(() => -1);
  for (const [at, column] of columns.entries()) columnOf[column] = at;
  const owner = columns.map(ownerOf);
  const falls = owner.map(({ group }, at) =>
    group < 0 ? values[columns[at]!]! : groups[group]!.fall,
  );
  const rows = layRows(groups, fates, columnOf, falls);
  return {
    columns,
    columnOf,
    owner,
    bounds: {
      lower: Float64Array.from(owner, ({ fate }, at) => (fate === "hidden" ? -falls[at]! : 0)),
      upper: Float64Array.from(owner, ({ fate }) => (fate === "hidden" ? Infinity : 0)),
    },
    rows,
    rowOf: new Map(rows.flatMap(({ group, fate }, at) => (fate === "open" ? [[group, at]] : []))),
    moving: [...fates.keys()].filter((group) => fates[group] !== "shown"),
  };
}

/** Groups of several columns: those shown as far as they are independent, and open ones. */
function layRows(
  groups: readonly Group[],
  fates: readonly Fate[],
  columnOf: readonly number[],
  falls: readonly number[],
): Row[] {
  const all = groups.flatMap((group, at): Row[] => {
    if (group.columns.length === 1) return [];
    const columns = group.columns.map((column) => columnOf[column]!).filter((one) => one >= 0);
    const lowest = columns.reduce((sum, column) => sum + falls[column]!, 0);
    const binds = lowest > group.fall + noise;
    return columns.length === 0 ? [] : [{ group: at, fate: fates[at]!, columns, binds }];
  });
  const shown = all.filter(({ fate }) => fate === "shown");
  const chosen = chooseIndependent(
    shown.map(({ columns }) => columns),
    falls.length,
  );
  return [
    ...chosen.map((at) => shown[at]!),
    ...all.filter(({ fate, binds }) => fate === "open" || (fate === "hidden" && binds)),
  ];
}

/** The rows as the solver takes them. */
export function pack(groups: readonly Group[], rows: readonly Row[]): Rows {
  const starts = Int32Array.from({ length: rows.length + 1 });
  for (const [at, { columns }] of rows.entries()) starts[at + 1] = starts[at]! + columns.length;
  const indices = Int32Array.from(rows.flatMap(({ columns }) => columns));
  return {
    lower: Float64Array.from(rows, ({ group, fate }) =>
      fate === "hidden" ? -groups[group]!.fall : 0,
    ),
    upper: Float64Array.from(rows, ({ fate }) => (fate === "hidden" ? Infinity : 0)),
    starts,
    indices,
    values: new Float64Array(indices.length).fill(1),
  };
}
