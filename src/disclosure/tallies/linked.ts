import { chooseHere } from "../rounding/pool.ts";
import { blockOf, sharedPositions, type CountRow, type CountTable } from "./count-table.ts";
import type { Earlier } from "./earlier.ts";
import { keepUnchanged, withEarlier, type Choice } from "./keep.ts";
import { makeMargins } from "./margins.ts";
import type { Published } from "./places.ts";
import { effortFor, type Rounded, type Search } from "./single.ts";

/**
 * Rounds the tables of a kind together. They count the same cases, so a total that is exact in one
 * would give away a small count in another: every cell becomes one of the two neighbouring
 * multiples of `base`, and in each block (the cells that agree in all shared columns) every table
 * has the same total. Then each cell can be anything within `base` − 1 of its number, whatever is
 * known of all others: raise it by so much, raise one cell of each other table of the block by as
 * much, and the tables agree again.
 *
 * A cell keeps the number of the release before while its cases are the same. A block in which one
 * number cannot be said any more is rounded anew as a whole.
 */
export async function roundLinked(
  tables: readonly CountTable[],
  base: number,
  published: Published,
  earlier: Earlier | undefined,
  search: Search,
): Promise<Rounded> {
  // Beside a table that is new, what the others said could be a total that it cannot have.
  const before = tables.every(({ table }) => earlier?.knows(table)) ? earlier : undefined;
  const linked = link(tables, before, base);
  const agreed = agreeOnTotals(linked, base);
  // The most detailed table leaves the least choice, so it decides the totals of all.
  const order = [...linked].sort((a, b) => b.rows.length - a.rows.length);
  const [first, ...others] = order;
  const task = { agreed, base, published, search };
  const rows = await roundTable(first!, { ...task, totals: undefined });
  const totals = sumBlocks(first!.blocks, (at) => rows[at]!.count);
  const rest = await Promise.all(others.map((one) => roundTable(one, { ...task, totals })));
  const rounded = [rows, ...rest];
  const done = linked.map((one) => ({
    table: one.table,
    rows: rounded[order.indexOf(one)]!.filter(({ count }) => count > 0),
  }));
  return { tables: done, held: 0 };
}

/** Pairs that change sides get further by each than single cells do. */
const trials = 400_000;

interface Linked extends CountTable {
  readonly blocks: readonly string[];
  /** What each cell can become. */
  readonly choices: readonly Choice[];
}

function link(tables: readonly CountTable[], earlier: Earlier | undefined, base: number): Linked[] {
  const linked = tables.map((counted) => {
    const { table } = counted;
    const rows = withEarlier(counted, earlier);
    const shared = sharedPositions(table);
    const kept = rows.map((row) => keepUnchanged(earlier, table, row, neighbours(row, base)));
    return { table, rows, kept, blocks: rows.map((row) => blockOf(row, shared)) };
  });
  const renewed = new Set(
    linked.flatMap(({ blocks, kept }) => blocks.filter((_, at) => kept[at] === undefined)),
  );
  return linked.map(({ kept, ...one }) => ({
    ...one,
    choices: one.rows.map((row, at) =>
      renewed.has(one.blocks[at]!) ? neighbours(row, base) : kept[at]!,
    ),
  }));
}

/** The sums of each block. */
function sumBlocks(
  blocks: readonly string[],
  valueOf: (at: number) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  blocks.forEach((name, at) => sums.set(name, (sums.get(name) ?? 0) + valueOf(at)));
  return sums;
}

/** The totals that every table of a kind can have, as close to the count of a block as there are. */
function agreeOnTotals(tables: readonly Linked[], base: number): ReadonlyMap<string, Choice> {
  const counts = sumBlocks(tables[0]!.blocks, (at) => tables[0]!.rows[at]!.count);
  const least = tables.map(({ blocks, choices }) => sumBlocks(blocks, (at) => choices[at]!.low));
  const most = tables.map(({ blocks, choices }) => sumBlocks(blocks, (at) => choices[at]!.high));
  const names = new Set(tables.flatMap(({ blocks }) => blocks));
  return new Map(
    [...names].map((name) => {
      const near = neighbours({ count: counts.get(name) ?? 0 }, base);
      const from = Math.max(...least.map((sums) => sums.get(name) ?? 0));
      const to = Math.min(...most.map((sums) => sums.get(name) ?? 0));
      const within = (total: number): number => Math.min(to, Math.max(from, total));
      return [name, { low: within(near.low), high: within(near.high) }];
    }),
  );
}

interface Task {
  readonly agreed: ReadonlyMap<string, Choice>;
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
async function roundTable(
  { table, rows, blocks, choices }: Linked,
  { agreed, totals, base, published, search }: Task,
): Promise<CountRow[]> {
  const names = [...agreed.keys()];
  const groups = new Map(names.map((name, at) => [name, at]));
  const least = sumBlocks(blocks, (at) => choices[at]!.low);
  const spare =
    totals === undefined
      ? names.filter((name) => agreed.get(name)!.low < agreed.get(name)!.high)
      : [];
  const highs = Int32Array.from(
    names,
    (name) =>
      ((totals === undefined ? agreed.get(name)!.high : (totals.get(name) ?? 0)) -
        (least.get(name) ?? 0)) /
      base,
  );
  // A cell that is certain belongs to no group: what is left is for the others.
  const groupOf = [
    ...choices.map(({ low, high }, at) => (low === high ? -1 : groups.get(blocks[at]!)!)),
    ...spare.map((name) => groups.get(name)!),
  ];
  const none = spare.map(() => 0);
  const margins = makeMargins(table, rows, published);
  const { choose = chooseHere } = search;
  const chosen = await choose({
    values: Int32Array.from([...rows.map(({ count }) => count), ...none]),
    low: Int32Array.from([...choices.map(({ low }) => low), ...none]),
    high: Int32Array.from([...choices.map(({ high }) => high), ...spare.map(() => base)]),
    groupOf: Int32Array.from(groupOf),
    highs,
    marginStart: extend(margins.start, spare.length),
    ...{ marginOf: margins.of, marginCount: margins.about.length, marginWeight: margins.weight },
    ...{ seed: search.seed, effort: effortFor(search, rows.length, trials) },
  });
  return rows.map((row, at) => ({
    ...row,
    count: chosen[at] === 1 ? choices[at]!.high : choices[at]!.low,
  }));
}

/** The starts of a sparse matrix with so many rows more, all empty. */
function extend(start: Int32Array, more: number): Int32Array {
  const longer = new Int32Array(start.length + more).fill(start.at(-1)!);
  longer.set(start);
  return longer;
}

/** The two multiples that a count lies between; one where it is a multiple itself. */
function neighbours({ count }: Pick<CountRow, "count">, base: number): Choice {
  return { low: Math.floor(count / base) * base, high: Math.ceil(count / base) * base };
}
