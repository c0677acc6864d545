import type { TallyTable } from "../../tallies/tally-tables.ts";
import { keyOf, type CountRow, type CountTable } from "./count-table.ts";
import type { Earlier } from "./earlier.ts";

/** The two numbers that a cell can become; the same one twice where it is certain. */
export interface Choice {
  readonly low: number;
  readonly high: number;
}

/**
 * What a cell can become after a release that has spoken of it. A number whose cases have not changed
 * stays, so that none is rounded twice; one whose cases have changed is rounded anew, or what becomes
 * of old cases would never be seen in sums of many.
 * @returns undefined where the number cannot be said any more
 */
export function keepUnchanged(
  earlier: Earlier | undefined,
  table: TallyTable,
  row: CountRow,
  free: Choice,
): Choice | undefined {
  const said = earlier?.said(table, row);
  if (said === undefined) return free;
  if (said !== free.low && said !== free.high) return undefined;
  return earlier!.hasChanged(table, row) ? free : { low: said, high: said };
}

/** The rows of now, and those of the release before that hold nothing now, in the order of keys. */
export function withEarlier(
  { table, rows }: CountTable,
  earlier: Earlier | undefined,
): readonly CountRow[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  const here = new Set(keyed.map(({ key }) => key));
  for (const row of earlier?.of(table) ?? []) {
    const key = keyOf(row);
    if (!here.has(key)) keyed.push({ row: { ...row, count: 0 }, key });
  }
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}
