import { chooseRounding } from "../rounding/choose.ts";
import type { CountRow, CountTable } from "./count-table.ts";
import { keyOf } from "./count-table.ts";
import type { Earlier } from "./earlier.ts";
import { findKept } from "./keep.ts";
import { makeMargins } from "./margins.ts";
import { labelsOfPlaces, listPlacesOf, type Published } from "./places.ts";

/** How the roundings are searched for. */
export interface Search {
  readonly seed: number;
  /** How often each cell is tried; left out, as often as pays. */
  readonly effort?: number;
}

/** Small tallies are cheap to try, and gain by more. */
export function effortFor({ effort }: Search, cells: number): number {
  return effort ?? Math.min(5000, Math.max(100, Math.ceil(1_000_000 / (cells + 1))));
}

export interface Rounded {
  readonly tables: readonly CountTable[];
  /** Cells that keep an earlier release's number although their count has moved away from it. */
  readonly held: number;
}

/**
 * Small-count rounding of a kind's only table: a cell of 1 to just below `base` becomes 0 or `base`,
 * larger cells stay, and keep what an earlier release has said while they differ by less than `base`.
 * Source: Langsrud and Heldal 2018, An algorithm for small count rounding of tabular data.
 */
export function roundSingle(
  { table, rows }: CountTable,
  base: number,
  published: Published,
  earlier: Earlier | undefined,
  search: Search,
): Rounded {
  const before = earlier?.of(table) ?? new Map<string, CountRow>();
  const cells = withEarlier(rows, before);
  const said = cells.map((row) =>
    earlier?.covers(row) === true ? (before.get(keyOf(row))?.count ?? 0) : undefined,
  );
  const choices = cells.map((row, at) => ({
    ...choicesFor(row.count, base, said[at]),
    group: row.labels.slice(0, 2).join("|"),
    said: said[at],
  }));
  const kept = findKept(choices);
  const low = Int32Array.from(choices, (one) => (kept.has(one.group) ? one.said! : one.low));
  const high = Int32Array.from(choices, (one) => (kept.has(one.group) ? one.said! : one.high));
  const placeLabels = labelsOfPlaces(published);
  const margins = makeMargins(table, cells, listPlacesOf(table, published), placeLabels, true);
  const chosen = chooseRounding({
    values: Int32Array.from(cells, (row) => row.count),
    low,
    high,
    marginStart: margins.start,
    marginOf: margins.of,
    marginCount: margins.about.length,
    marginWeight: margins.weight,
    seed: search.seed,
    effort: effortFor(search, cells.length),
  });
  const rounded = cells.map((row, at) => ({
    ...row,
    count: chosen[at] === 1 ? high[at]! : low[at]!,
  }));
  return {
    tables: [{ table, rows: rounded.filter(({ count }) => count > 0) }],
    held: choices.filter(({ held }) => held).length,
  };
}

interface Choice {
  readonly low: number;
  readonly high: number;
  readonly held: boolean;
}

/** @param said of the cell in the release before; undefined where it has not spoken of its month */
function choicesFor(count: number, base: number, said: number | undefined): Choice {
  if (said !== undefined && said > base && Math.abs(count - said) < base) {
    return { low: said, high: said, held: count !== said };
  }
  const small = count > 0 && count < base;
  return { low: small ? 0 : count, high: small ? base : count, held: false };
}

/** The rows of now, and those of the release before that hold nothing now, in the order of keys. */
export function withEarlier(
  rows: readonly CountRow[],
  before: ReadonlyMap<string, CountRow>,
): CountRow[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  const here = new Set(before.size === 0 ? [] : keyed.map(({ key }) => key));
  for (const [key, row] of before) {
    if (!here.has(key)) keyed.push({ row: { ...row, count: 0 }, key });
  }
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}
