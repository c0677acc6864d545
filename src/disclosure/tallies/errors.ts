import { classify } from "./classes.ts";
import type { CountRow, CountTable } from "./count-table.ts";
import { addUpPairs, cross, Names } from "./cross.ts";
import { makeMargins } from "./margins.ts";
import { listPlacesOf, placingColumns, type Published } from "./places.ts";

/**
 * What protection cost one table in one breakdown: root mean squared errors, in cases. Intervals are
 * widened by these numbers as they are published, so that anybody can do it again.
 *
 * The error of a few sums, told exactly, would give the sums back: off by 3 is 7 or 13 where 10 is
 * shown. So all is rounded up, to multiples of the base where sums or rows are few, and nothing is
 * said of a table or a sum that shows nothing.
 */
export interface TableError {
  readonly table: string;
  readonly breakdown: string;
  /** Sums over all bands, such as those that a count or a share is made of: how many are shown. */
  readonly margins: number;
  readonly rms: number;
  /** No such sum is off by more. */
  readonly max: number;
  /** Sums of all that took up to so long; null where the table has no bands. */
  readonly rmsWithin: number | null;
  /** Single bands; null where the table has none. */
  readonly rmsBand: number | null;
}

/** From so many shown sums and rows their error is told in fifths of the base. */
const many = 30;

/** What the number of each cell is off by; a cell is named by any row that is it. */
interface Differences {
  readonly cells: readonly CountRow[];
  readonly by: Int32Array;
  /** 1 where the cell is shown. */
  readonly isShown: Uint8Array;
}

/**
 * The error of every margin that an indicator can be made from, per breakdown, as it may be published.
 * @param base of the rounding
 */
export function measureErrors(
  exact: CountTable,
  shown: CountTable,
  published: Published,
  base: number,
): TableError[] {
  const differences = subtract(exact, shown);
  const { sums, visible } = sumMargins(exact, differences, published);
  const within = sumWithin(exact, differences, published);
  return published.breakdowns.flatMap((breakdown) => {
    const margins = visible.get(breakdown) ?? 0;
    if (margins === 0) return [];
    const step = Math.min(margins, shown.rows.length) < many ? base : base / 5;
    const say = (errors: readonly number[] | undefined): number | null =>
      errors === undefined ? null : roundUp(rootMeanSquare(errors), step);
    const labels = sums.get(`${breakdown}|labels`)!;
    const most = labels.reduce((largest, error) => Math.max(largest, Math.abs(error)), 0);
    return [
      {
        ...{ table: exact.table.name, breakdown, margins },
        rms: roundUp(rootMeanSquare(labels), step),
        max: roundUp(most, base),
        rmsWithin: say(within.get(breakdown)),
        rmsBand: say(sums.get(`${breakdown}|1`)),
      },
    ];
  });
}

/** To a multiple of the step above 0. */
function roundUp(value: number, step: number): number {
  return Math.max(1, Math.ceil(value / step - 1e-9)) * step;
}

function subtract({ table, rows: exact }: CountTable, { rows: shown }: CountTable): Differences {
  const all = [...exact, ...shown];
  const { of, first: cells } = classify(all, [...table.labels.keys()], true);
  const by = new Int32Array(cells.length);
  const isShown = new Uint8Array(cells.length);
  all.forEach(({ count }, at) => {
    by[of[at]!]! += at < exact.length ? -count : count;
    if (at >= exact.length) isShown[of[at]!] = 1;
  });
  return { cells, by, isShown };
}

/** Errors of margins by breakdown and sort, and how many sums over all bands are shown. */
function sumMargins(
  { table }: CountTable,
  { cells, by, isShown }: Differences,
  published: Published,
): { sums: Map<string, number[]>; visible: Map<string, number> } {
  const margins = makeMargins(table, cells, published);
  const errors = addUpPairs(margins, margins.about.length, by);
  const shown = addUpPairs(margins, margins.about.length, isShown);
  const sums = new Map<string, number[]>();
  const visible = new Map<string, number>();
  margins.about.forEach(({ breakdown, sort }, margin) => {
    push(sums, `${breakdown}|${sort}`, errors[margin]!);
    if (sort !== "labels" || shown[margin] === 0) return;
    visible.set(breakdown, (visible.get(breakdown) ?? 0) + 1);
  });
  return { sums, visible };
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
  return Math.sqrt(mean);
}
