import type { ChartedPoint, Variation } from "../../release/schema.ts";
import { formatPeriodShort, indexMonth } from "../words/dates.ts";
import { writeNumber, type NumberStyle } from "./words.ts";

/** A process as it is drawn. */
export interface ProcessOptions extends NumberStyle {
  readonly decimals: number;
  readonly target: number | null;
  /** Months in which something about the programme changed. */
  readonly marks: readonly { readonly at: string; readonly words: string }[];
}

/** One point, or an empty row where periods are left out, at which lines break. */
export interface ProcessRow {
  readonly from: string;
  readonly to: string;
  readonly at: number;
  readonly value: number | null;
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly variation: Variation | null;
  readonly says: string;
}

/**
 * The points in order of time, with an empty row where any are left out between them, and where a
 * process is held against itself anew: its mean is another then.
 */
export function processRows(
  points: readonly ChartedPoint[],
  { unit, decimals }: ProcessOptions,
): ProcessRow[] {
  return points.flatMap((point, index) => {
    const { from, to, value, mean, lower, upper, variation } = point;
    const before = points[index - 1];
    const breaks =
      before !== undefined &&
      (indexMonth(from) > indexMonth(before.to) + 1 || before.mean !== mean);
    const name = formatPeriodShort(from, to);
    const says = `${name}: ${writeNumber(value, unit, decimals)}${variation === "noise" ? "" : ", more than noise"}`;
    const at = (indexMonth(from) + indexMonth(to)) / 2;
    const row = { from, to, at, value, mean, lower, upper, variation, says };
    return breaks ? [emptyRow(before.to, from), row] : [row];
  });
}

function emptyRow(from: string, to: string): ProcessRow {
  const none = { value: null, mean: null, lower: null, upper: null, variation: null, says: "" };
  return { from, to, at: (indexMonth(from) + indexMonth(to)) / 2, ...none };
}

/** What each kind of point looks like: told apart by shape in any colour. */
export const pointShapes: Readonly<Record<Variation, { shape: string; words: string }>> = {
  noise: { shape: "circle", words: "a dot is noise" },
  better: { shape: "diamond", words: "a diamond is a change for the better" },
  worse: { shape: "square", words: "a square is a change for the worse" },
  up: { shape: "triangle-up", words: "a triangle is a change upwards" },
  down: { shape: "triangle-down", words: "a triangle is a change downwards" },
};

/** The usual range, its middle, the line and its points, on an axis of months and one of values. */
export function processLayers(
  rows: readonly ProcessRow[],
  y: object,
  size: { readonly noise: number; readonly special: number; readonly spoken: boolean },
): object[] {
  const drawn = { ...y, field: "value" };
  const variations = [...new Set(rows.flatMap(({ variation }) => variation ?? []))];
  return [
    {
      mark: { type: "area", color: "usual" },
      encoding: { y: { ...y, field: "lower" }, y2: { field: "upper" } },
    },
    ...["lower", "upper"].map((field) => ({
      mark: { type: "line", color: "limit" },
      encoding: { y: { ...y, field } },
    })),
    { mark: { type: "line", color: "mean" }, encoding: { y: { ...y, field: "mean" } } },
    { mark: { type: "line", color: "course" }, encoding: { y: drawn } },
    ...variations.map((variation) => ({
      transform: [{ filter: `datum.variation === '${variation}'` }],
      mark: {
        ...{ type: "point", filled: true, shape: pointShapes[variation].shape },
        ...{ size: variation === "noise" ? size.noise : size.special, aria: size.spoken },
        color: `signal-${variation}`,
      },
      encoding: { y: drawn, ...(size.spoken ? { description: { field: "says" } } : {}) },
    })),
  ];
}

/** Every number that a chart of the process has to hold. */
export function spanValues(rows: readonly ProcessRow[], target: number | null): number[] {
  const all = rows.flatMap(({ value, lower, upper }) => [value, lower, upper]);
  return [...all, target].filter((number) => number !== null);
}
