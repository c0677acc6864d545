import type { Figure } from "../release/schema.ts";
import { nameFigure } from "./figure-name.ts";
import { isVeryWide, writeInterval } from "./words/intervals.ts";
import { keyOf, listKeys, wideKey, type Key } from "./words/keys.ts";
import { formatPlain, type Scale } from "./words/numbers.ts";
import { explainLow, explainMissing, nothing, type Missing } from "./words/status.ts";
import { isShown, writeValue } from "./words/values.ts";

/** A figure in a table. */
export interface Cell {
  /** The figure's name on its indicator's trace; null where there is no figure. */
  readonly name: string | null;
  /** The number as it is written, or what stands in its place. */
  readonly value: string | Missing;
  /** Whether the release before gave another number. */
  readonly revised: boolean;
  readonly interval: string | Missing;
  readonly cases: string | Missing;
  /** What a reader has to be told about it under the table. */
  readonly keys: readonly Key[];
}

/** The cell of a figure, or of a place that has none. */
export function toCell(figure: Figure | null, scale: Scale): Cell {
  if (figure === null) return noFigure;
  const cases = writeCases(figure, scale.base);
  const keys = [...listKeys(figure, scale.base), ...(isVeryWide(figure, scale) ? [wideKey] : [])];
  return {
    name: nameFigure(figure),
    ...writeNumbers(figure, scale),
    cases,
    keys: typeof cases === "string" ? keys : [...keys, keyOf(cases)],
  };
}

function writeNumbers(figure: Figure, scale: Scale): Pick<Cell, "value" | "revised" | "interval"> {
  if (!isShown(figure)) {
    const missing = explainMissing(figure, scale.base);
    return { value: missing, revised: false, interval: missing };
  }
  return {
    value: writeValue(figure, scale),
    revised: figure.mark === "[r]",
    interval: writeInterval(figure, scale) || "no interval",
  };
}

/** The cases behind a figure; where they are too few to be shown, what stands in their place. */
export function writeCases(figure: Figure, base: number | null): string | Missing {
  const { n } = figure;
  if (n !== null && n >= (base ?? 0)) return formatPlain(n, 0);
  return isShown(figure) ? explainLow(base) : explainMissing(figure, base);
}

/** The cell of a place that has no figure. */
export const noFigure: Cell = {
  name: null,
  value: nothing,
  revised: false,
  interval: nothing,
  cases: nothing,
  keys: [keyOf(nothing)],
};
