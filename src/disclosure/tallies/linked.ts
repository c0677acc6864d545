import { chooseRounding } from "../rounding/choose.ts";
import { blockOf, keyOf, sharedPositions, type CountRow, type CountTable } from "./count-table.ts";
import type { Earlier } from "./earlier.ts";
import { findKept } from "./keep.ts";
import { makeMargins } from "./margins.ts";
import { labelsOfPlaces, listPlacesOf, type Published } from "./places.ts";
import { effortFor, withEarlier, type Rounded, type Search } from "./single.ts";

/**
 * Rounds the tables of a kind together. They count the same cases, so a total that is exact in one
 * would give away a small count in another: every cell becomes one of the two neighbouring
 * multiples of `base`, and in each block (the cells that agree in all shared columns) every table
 * has the same total. Then each cell can be anything within `base` − 1 of its number, whatever is
 * known of all others: raise it by so much, raise one cell of each other table of the block by as
 * much, and the tables agree again.
 *
 * A block keeps the numbers of the release before while each of them can still be said.
 */
export function roundLinked(
  tables: readonly CountTable[],
  base: number,
  published: Published,
  earlier: Earlier | undefined,
  search: Search,
): Rounded {
  const linked = tables.map((one) => link(one, earlier));
  const blocks = countBlocks(linked[0]!);
  const kept = earlier === undefined ? new Set<string>() : findKeptBlocks(linked, base);
  // The most detailed table leaves the least choice, so it decides the totals of all.
  const order = [...linked].sort((a, b) => b.rows.length - a.rows.length);
  const rounded = new Map<string, readonly CountRow[]>();
  let totals: ReadonlyMap<string, number> | undefined;
  for (const one of order) {
    const rows = roundTable(one, { blocks, kept, totals, base, published, search });
    totals ??= countBlocks({ ...one, rows });
    rounded.set(one.table.name, rows);
  }
  const done = linked.map(({ table }) => {
    const rows = rounded.get(table.name)!;
    return { table, rows: rows.filter(({ count }) => count > 0) };
  });
  return { tables: done, held: 0 };
}

interface Linked extends CountTable {
  readonly blocks: readonly string[];
  /** What the release before has said of a cell; undefined where it has not spoken of its month. */
  readonly saidOf: (row: CountRow) => number | undefined;
}

function link({ table, rows }: CountTable, earlier: Earlier | undefined): Linked {
  const before = earlier?.of(table) ?? new Map<string, CountRow>();
  const all = withEarlier(rows, before);
  const shared = sharedPositions(table);
  return {
    table,
    rows: all,
    blocks: all.map((row) => blockOf(row, shared)),
    saidOf: (row) =>
      earlier?.covers(row) === true ? (before.get(keyOf(row))?.count ?? 0) : undefined,
  };
}

function findKeptBlocks(linked: readonly Linked[], base: number): Set<string> {
  return findKept(
    linked.flatMap(({ rows, blocks, saidOf }) =>
      rows.map((row, at) => ({ group: blocks[at]!, said: saidOf(row), ...neighbours(row, base) })),
    ),
  );
}

/** Cases in each block, which every table of the kind holds. */
function countBlocks({ blocks, rows }: Linked): Map<string, number> {
  const counts = new Map<string, number>();
  rows.forEach(({ count }, at) => {
    counts.set(blocks[at]!, (counts.get(blocks[at]!) ?? 0) + count);
  });
  return counts;
}

interface Task {
  /** Cases of each block. */
  readonly blocks: ReadonlyMap<string, number>;
  /** Blocks that keep the numbers of the release before. */
  readonly kept: ReadonlySet<string>;
  /** The total of each block; undefined where this table is to decide it. */
  readonly totals: ReadonlyMap<string, number> | undefined;
  readonly base: number;
  readonly published: Published;
  readonly search: Search;
}

/**
 * The cells of one table. In each block so many become the higher of their two multiples as its
 * total asks; where the table decides the total, a cell that stands for nothing takes up the
 * difference between the two that the total can be.
 */
function roundTable(
  { table, rows, blocks: names, saidOf }: Linked,
  { blocks, kept, totals, base, published, search }: Task,
): CountRow[] {
  const groups = new Map([...blocks.keys()].map((name, at) => [name, at]));
  const spare = totals === undefined ? listSpare(blocks, kept, base) : [];
  const length = rows.length + spare.length;
  const [low, high] = [new Int32Array(length), new Int32Array(length)];
  const values = new Int32Array(length);
  const groupOf = new Int32Array(length).fill(-1);
  const highs = Int32Array.from(
    blocks,
    ([name, count]) =>
      (totals === undefined ? Math.ceil(count / base) * base : (totals.get(name) ?? 0)) / base,
  );
  rows.forEach((row, at) => {
    const group = groups.get(names[at]!)!;
    values[at] = row.count;
    if (kept.has(names[at]!)) {
      low[at] = high[at] = saidOf(row)!;
      highs[group] = 0;
      return;
    }
    const { low: below, high: above } = neighbours(row, base);
    low[at] = below;
    high[at] = above;
    highs[group]! -= below / base;
    // A cell that is certain belongs to no group: what is left is for the others.
    if (low[at] !== high[at]) groupOf[at] = group;
  });
  spare.forEach((name, at) => {
    high[rows.length + at] = base;
    groupOf[rows.length + at] = groups.get(name)!;
  });
  const placesOf = listPlacesOf(table, published);
  const margins = makeMargins(table, rows, placesOf, labelsOfPlaces(published), true);
  const chosen = chooseRounding({
    ...{
      values,
      low,
      high,
      groupOf,
      highs,
      seed: search.seed,
      effort: effortFor(search, rows.length),
    },
    marginStart: extend(margins.start, spare.length),
    ...{ marginOf: margins.of, marginCount: margins.about.length, marginWeight: margins.weight },
  });
  return rows.map((row, at) => ({ ...row, count: chosen[at] === 1 ? high[at]! : low[at]! }));
}

/** Blocks whose total can be either of two multiples. */
function listSpare(
  blocks: ReadonlyMap<string, number>,
  kept: ReadonlySet<string>,
  base: number,
): string[] {
  return [...blocks]
    .filter(([name, count]) => !kept.has(name) && count % base !== 0)
    .map(([name]) => name);
}

/** The starts of a sparse matrix with so many rows more, all empty. */
function extend(start: Int32Array, more: number): Int32Array {
  const longer = new Int32Array(start.length + more).fill(start.at(-1)!);
  longer.set(start);
  return longer;
}

/** The two multiples that a count lies between; one where it is a multiple itself. */
function neighbours({ count }: CountRow, base: number): { low: number; high: number } {
  return { low: Math.floor(count / base) * base, high: Math.ceil(count / base) * base };
}
