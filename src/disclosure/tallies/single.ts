import { chooseHere, type Choose } from "../rounding/pool.ts";
import type { CountTable } from "./count-table.ts";
import type { Earlier } from "./earlier.ts";
import { keepUnchanged, withEarlier, type Choice } from "./keep.ts";
import { makeMargins } from "./margins.ts";
import type { Published } from "./places.ts";

/** How the roundings are searched for. */
export interface Search {
  readonly seed: number;
  /** How often each cell is tried; left out, as often as pays. */
  readonly effort?: number;
  /** Who searches; left out, this thread. */
  readonly choose?: Choose;
}

/**
 * Small tallies are cheap to try, and gain by more.
 * @param trials of all cells together that pay
 */
export function effortFor({ effort }: Search, cells: number, trials: number): number {
  return effort ?? Math.min(trials / 200, Math.max(100, Math.ceil(trials / (cells + 1))));
}

const trials = 1_000_000;

export interface Rounded {
  readonly tables: readonly CountTable[];
  /** Cells that keep an earlier release's number although their count has moved away from it. */
  readonly held: number;
}

/**
 * Small-count rounding of a kind's only table: a cell of 1 to just below `base` becomes 0 or `base`,
 * and keeps what an earlier release has said of it while its cases are the same. Larger cells stay as
 * they are, and keep what was said of them while they differ by less than `base`.
 * Source: Langsrud and Heldal 2018, An algorithm for small count rounding of tabular data.
 */
export async function roundSingle(
  counted: CountTable,
  base: number,
  published: Published,
  earlier: Earlier | undefined,
  search: Search,
): Promise<Rounded> {
  const { table } = counted;
  const cells = withEarlier(counted, earlier);
  const choices = cells.map((row) => {
    const free = choicesFor(row.count, base);
    const held = holdLarge(row.count, base, earlier?.said(table, row));
    return held ?? keepUnchanged(earlier, table, row, free) ?? free;
  });
  const margins = makeMargins(table, cells, published);
  const { choose = chooseHere } = search;
  const chosen = await choose({
    values: Int32Array.from(cells, ({ count }) => count),
    low: Int32Array.from(choices, ({ low }) => low),
    high: Int32Array.from(choices, ({ high }) => high),
    marginStart: margins.start,
    marginOf: margins.of,
    marginCount: margins.about.length,
    marginWeight: margins.weight,
    seed: search.seed,
    effort: effortFor(search, cells.length, trials),
  });
  const rounded = cells.map((row, at) => ({
    ...row,
    count: chosen[at] === 1 ? choices[at]!.high : choices[at]!.low,
  }));
  return {
    tables: [{ table, rows: rounded.filter(({ count }) => count > 0) }],
    held: choices.filter(({ low }, at) => low > base && low !== cells[at]!.count).length,
  };
}

/** A number above the base is exact, so a step of less than the base would tell of few cases. */
function holdLarge(count: number, base: number, said: number | undefined): Choice | undefined {
  if (said === undefined || said <= base || Math.abs(count - said) >= base) return undefined;
  return { low: said, high: said };
}

function choicesFor(count: number, base: number): Choice {
  const small = count > 0 && count < base;
  return { low: small ? 0 : count, high: small ? base : count };
}
