import type { CountRow, CountTable } from "./count-table.ts";
import { keyOf } from "./count-table.ts";
import { makeMargins } from "./margins.ts";
import { labelsOfPlaces, listPlacesOf, type Published } from "./places.ts";

/**
 * What protection cost one table in one breakdown: root mean squared errors, in cases, to one decimal.
 * Intervals are widened by these numbers as they are published, so that anybody can do it again.
 */
export interface TableError {
  readonly table: string;
  readonly breakdown: string;
  /** Sums over all bands, such as those that a count or a share is made of: how many. */
  readonly margins: number;
  readonly rms: number;
  /** The largest error of such a sum. */
  readonly max: number;
  /** Sums of all that took up to so long; null where the table has no bands. */
  readonly rmsWithin: number | null;
  /** Single bands; null where the table has none. */
  readonly rmsBand: number | null;
}

interface Difference {
  readonly row: CountRow;
  readonly by: number;
}

/** The error of every margin that an indicator can be made from, per breakdown. */
export function measureErrors(
  exact: CountTable,
  shown: CountTable,
  published: Published,
): TableError[] {
  const differences = subtract(exact, shown);
  const sums = sumMargins(exact, differences, published);
  const within = sumWithin(exact, differences, published);
  return published.breakdowns.flatMap((breakdown) => {
    const labels = sums.get(`${breakdown}|labels`);
    if (labels === undefined) return [];
    return [
      {
        ...{ table: exact.table.name, breakdown, margins: labels.length },
        rms: rootMeanSquare(labels),
        max: labels.reduce((most, error) => Math.max(most, Math.abs(error)), 0),
        rmsWithin: within.has(breakdown) ? rootMeanSquare(within.get(breakdown)!) : null,
        rmsBand: sums.has(`${breakdown}|1`) ? rootMeanSquare(sums.get(`${breakdown}|1`)!) : null,
      },
    ];
  });
}

function subtract(exact: CountTable, shown: CountTable): Difference[] {
  const own = new Map(exact.rows.map((row) => [keyOf(row), row]));
  const now = new Map(shown.rows.map((row) => [keyOf(row), row]));
  return [...new Map([...own, ...now])].map(([key, row]) => ({
    row,
    by: (now.get(key)?.count ?? 0) - (own.get(key)?.count ?? 0),
  }));
}

/** Errors of margins by breakdown and sort. */
function sumMargins(
  { table }: CountTable,
  differences: readonly Difference[],
  published: Published,
): Map<string, number[]> {
  const cells = differences.map(({ row }) => row);
  const labels = labelsOfPlaces(published);
  const margins = makeMargins(table, cells, listPlacesOf(table, published), labels, true);
  const sums = new Float64Array(margins.about.length);
  differences.forEach(({ by }, cell) => {
    for (let at = margins.start[cell]!; at < margins.start[cell + 1]!; at++) {
      sums[margins.of[at]!]! += by;
    }
  });
  const grouped = new Map<string, number[]>();
  margins.about.forEach(({ breakdown, sort }, margin) => {
    push(grouped, `${breakdown}|${sort}`, sums[margin]!);
  });
  return grouped;
}

/** Errors of "up to so long", at each band of each place that holds any. */
function sumWithin(
  { table }: CountTable,
  differences: readonly Difference[],
  published: Published,
): Map<string, number[]> {
  const grouped = new Map<string, number[]>();
  if (table.bin === null) return grouped;
  const status = table.labels.indexOf("status");
  const placesOf = listPlacesOf(table, published);
  const places = new Map<string, Map<number, number>>();
  for (const { row, by } of differences) {
    for (const place of placesOf(row)) {
      const name = `${place}#${row.labels[status] ?? ""}`;
      let bands = places.get(name);
      if (bands === undefined) places.set(name, (bands = new Map<number, number>()));
      bands.set(row.bin!, (bands.get(row.bin!) ?? 0) + by);
    }
  }
  for (const [name, bands] of places) {
    let sum = 0;
    for (const [, by] of [...bands].sort(([a], [b]) => a - b)) {
      sum += by;
      push(grouped, name.slice(0, name.indexOf("|")), sum);
    }
  }
  return grouped;
}

function push(grouped: Map<string, number[]>, name: string, value: number): void {
  const list = grouped.get(name);
  if (list === undefined) grouped.set(name, [value]);
  else list.push(value);
}

function rootMeanSquare(errors: readonly number[]): number {
  const mean = errors.reduce((total, error) => total + error * error, 0) / errors.length;
  return Number(Math.sqrt(mean).toFixed(1));
}
