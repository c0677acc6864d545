import { classify } from "./classes.ts";
import type { CountRow, CountTable } from "./count-table.ts";
import { addUpPairs, cross, Names } from "./cross.ts";
import { makeMargins } from "./margins.ts";
import { labelsOfPlaces, listPlacesOf, placingColumns, type Published } from "./places.ts";

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

/** What the number of each cell is off by; a cell is named by any row that is it. */
interface Differences {
  readonly cells: readonly CountRow[];
  readonly by: Int32Array;
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

function subtract({ table, rows: exact }: CountTable, { rows: shown }: CountTable): Differences {
  const all = [...exact, ...shown];
  const { of, first: cells } = classify(all, [...table.labels.keys()], true);
  const by = new Int32Array(cells.length);
  all.forEach(({ count }, at) => (by[of[at]!]! += at < exact.length ? -count : count));
  return { cells, by };
}

/** Errors of margins by breakdown and sort. */
function sumMargins(
  { table }: CountTable,
  { cells, by }: Differences,
  published: Published,
): Map<string, number[]> {
  const labels = labelsOfPlaces(published);
  const margins = makeMargins(table, cells, listPlacesOf(table, published), labels, true);
  const sums = addUpPairs(margins, margins.about.length, by);
  const grouped = new Map<string, number[]>();
  margins.about.forEach(({ breakdown, sort }, margin) => {
    push(grouped, `${breakdown}|${sort}`, sums[margin]!);
  });
  return grouped;
}

/** Errors of "up to so long", at each band of each place that holds any. */
function sumWithin(
  { table }: CountTable,
  { cells, by }: Differences,
  published: Published,
): Map<string, number[]> {
  const grouped = new Map<string, number[]>();
  if (table.bin === null) return grouped;
  const status = table.labels.indexOf("status");
  const placed = classify(cells, placingColumns(table, published), false);
  const banded = classify(cells, status < 0 ? [] : [status], true);
  const places = new Names();
  const crossed = cross(places.facet(placed, listPlacesOf(table, published)), {
    ...{ classes: banded, lists: banded.first.map((_, at) => [at]), count: banded.first.length },
  });
  const sums = addUpPairs(crossed, crossed.pairs.length, by);
  const named = crossed.pairs.map(({ one, other }, pair) => {
    const { labels, bin } = banded.first[other]!;
    return { place: one, state: labels[status] ?? "", bin: bin!, sum: sums[pair]! };
  });
  const breakdowns = places.list().map((name) => name.slice(0, name.indexOf("|")));
  const of = Map.groupBy(named, ({ place, state }) => `${place}|${state}`);
  for (const bands of of.values()) {
    let total = 0;
    for (const { place, sum } of bands.sort((a, b) => a.bin - b.bin)) {
      total += sum;
      push(grouped, breakdowns[place]!, total);
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
