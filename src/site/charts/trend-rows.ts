import type { Figure } from "../../release/schema.ts";
import { namePeriod, sayFigure, writeFigure, type NumberStyle } from "./words.ts";
import { indexMonth } from "../words/dates.ts";
import { explainMissing } from "../words/status.ts";
import { isShown } from "../words/values.ts";

/** One period of a trend. Where the figure is hidden or absent, every number in it is null. */
export interface TrendRow {
  readonly from: string;
  readonly to: string;
  /** The middle of the period, and its edges, in months. */
  readonly at: number;
  readonly starts: number;
  readonly ends: number;
  readonly hidden: boolean;
  /** Why there is no number: "[c]", as in the tables, and "hidden", where there is room for it. */
  readonly mark: string;
  readonly word: string;
  /** Whether the value is no more than a bound. */
  readonly bound: boolean;
  readonly value: number | null;
  /** The limits; where one end of an interval is open, that is null. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Limits, and no neighbour on either side to draw a band to. */
  readonly alone: boolean;
  readonly says: string;
  /** The number, written beside the last value only. */
  readonly label: string | null;
}

/** Figures in order of time, with an empty row where periods between them have no figure. */
export function trendRows(figures: readonly Figure[], style: NumberStyle): TrendRow[] {
  const sorted = figures.toSorted((a, b) => indexMonth(a.from) - indexMonth(b.from));
  const last = sorted.findLast((figure) => isShown(figure));
  return sorted.flatMap((figure, index) => {
    const before = sorted[index - 1];
    const skipped = before && indexMonth(figure.from) > indexMonth(before.to) + 1;
    const row: TrendRow = {
      ...place(indexMonth(figure.from), indexMonth(figure.to)),
      ...numbersOf(figure),
      ...{ from: figure.from, to: figure.to, hidden: figure.status === "hidden" },
      ...missingOf(figure, style),
      bound: figure.bound !== null,
      alone: hasBand(figure) && !hasBand(before) && !hasBand(sorted[index + 1]),
      says: sayFigure(namePeriod(figure.from, figure.to), figure, style),
      label: figure === last && isShown(figure) ? writeFigure(figure, style.unit) : null,
    };
    return skipped ? [emptyRow(before, figure), row] : [row];
  });
}

function place(first: number, final: number) {
  return { at: (first + final) / 2, starts: first - 0.5, ends: final + 0.5 };
}

function missingOf(figure: Figure, { base }: NumberStyle) {
  if (isShown(figure)) return { mark: "", word: "" };
  const { mark, word } = explainMissing(figure, base);
  return { mark, word };
}

function numbersOf(figure: Figure) {
  if (!isShown(figure)) return { value: null, lower: null, upper: null };
  const { value, lower, upper } = figure;
  return { value, lower, upper };
}

function emptyRow(before: Figure, after: Figure): TrendRow {
  return {
    ...place(indexMonth(before.to) + 1, indexMonth(after.from) - 1),
    ...{ from: before.to, to: after.from, hidden: false, mark: "[x]", word: "no figure" },
    ...{ value: null, bound: false, lower: null, upper: null, alone: false, says: "", label: null },
  };
}

/** Neighbouring periods without a number for one reason. */
export interface Gap {
  readonly hidden: boolean;
  readonly starts: number;
  ends: number;
  readonly mark: string;
  readonly word: string;
}

/** The stretches of the axis on which figures are hidden or absent. */
export function findGaps(rows: readonly TrendRow[]): Gap[] {
  const gaps: Gap[] = [];
  for (const row of rows.filter(({ value }) => value === null)) {
    const { hidden, mark, word, starts, ends } = row;
    const last = gaps.at(-1);
    if (last?.word === word && last.ends === starts) last.ends = ends;
    else gaps.push({ hidden, mark, word, starts, ends });
  }
  return gaps;
}

function hasBand(figure: Figure | undefined): boolean {
  return (
    figure !== undefined && isShown(figure) && (figure.lower !== null || figure.upper !== null)
  );
}
