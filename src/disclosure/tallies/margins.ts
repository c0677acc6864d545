import type { TallyTable } from "../../tallies/tally-tables.ts";
import { classify } from "./classes.ts";
import { cross, Names } from "./cross.ts";
import type { CountRow } from "./count-table.ts";
import { labelsOfPlaces, listPlacesOf, placingColumns, type Published } from "./places.ts";

/** Which margins each cell adds to, as a sparse matrix: those of cell i stand from start[i]. */
export interface Margins {
  readonly start: Int32Array;
  readonly of: Int32Array;
  readonly about: readonly Margin[];
  /** How much the error of each counts: more where a breakdown has few of its sort. */
  readonly weight: Int32Array;
}

export interface Margin {
  /** The breakdown in which it is published. */
  readonly breakdown: string;
  /** "labels": summed over all bands; else the number of neighbouring bands that it joins. */
  readonly sort: string;
}

/** Bands are also added up by fours, sixteens and sixty-fours, so that percentiles stay close. */
const levels = [0, 2, 4, 6];

type Key = Pick<CountRow, "labels" | "bin">;

/**
 * The margins of a table that have to stay close to the truth: each published place crossed with
 * each way in which an indicator may add up the table's remaining columns.
 * A column by which cases are decided, and figures published too, is in both.
 */
export function makeMargins(
  table: TallyTable,
  rows: readonly Key[],
  published: Published,
): Margins {
  const placeLabels = labelsOfPlaces(published);
  const inner = table.labels.flatMap((name, at) => (placeLabels.has(name) ? [] : [at]));
  const status = table.labels.indexOf("status");
  const banded = inner.includes(status) ? status : inner[0];
  const signatures = new Names();
  const places = new Names();
  const signed = classify(rows, inner, true);
  const placed = classify(rows, placingColumns(table, published), false);
  const nameSignatures = listSignatures(inner, banded, signed.first);
  const { start, of, pairs } = cross(
    signatures.facet(signed, nameSignatures),
    places.facet(placed, listPlacesOf(table, published)),
  );
  const sorts = signatures.list().map(firstPart);
  const breakdowns = places.list().map(firstPart);
  const about = pairs.map(({ one, other }) => ({
    breakdown: breakdowns[other]!,
    sort: sorts[one]!,
  }));
  return { start, of, about, weight: weigh(about) };
}

function firstPart(name: string): string {
  return name.slice(0, name.indexOf("|"));
}

/** Twelve margins of a year would else be given up for a thousand of months, a total for bands. */
function weigh(about: readonly Margin[]): Int32Array {
  const sizes = new Map<string, number>();
  const sortOf = ({ breakdown, sort }: Margin): string => `${breakdown}|${sort}`;
  for (const margin of about) sizes.set(sortOf(margin), (sizes.get(sortOf(margin)) ?? 0) + 1);
  const most = Math.max(0, ...sizes.values());
  return Int32Array.from(about, (one) =>
    Math.max(1, Math.round(Math.sqrt(most / sizes.get(sortOf(one))!))),
  );
}

/**
 * The ways to add up the columns that are not places: none, each alone, in pairs, all; and the
 * bands within one of them.
 */
function listSignatures(
  inner: readonly number[],
  banded: number | undefined,
  rows: readonly Key[],
): (row: Key) => string[] {
  const subsets = [
    [],
    ...inner.map((at) => [at]),
    ...inner.flatMap((a, i) => inner.slice(i + 1).map((b) => [a, b])),
    ...(inner.length > 2 ? [inner] : []),
  ];
  const edges = [...new Set(rows.map((row) => row.bin ?? -1))].sort((a, b) => a - b);
  const position = new Map(edges.map((edge, at) => [edge, at]));
  return (row) => {
    const names = subsets.map(
      (subset) => `labels|${subset.map((at) => `${at}=${row.labels[at]}`).join(";")}`,
    );
    if (row.bin === null) return names;
    const band = position.get(row.bin)!;
    const first = banded === undefined ? "" : row.labels[banded]!;
    for (const level of levels) names.push(`${1 << level}|${first}|${band >> level}`);
    return names;
  };
}
