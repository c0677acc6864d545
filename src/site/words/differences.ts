import type { Figure } from "../../release/schema.ts";
import { formatCell, formatInWords, type Scale } from "./numbers.ts";
import { qualify, type Shown } from "./values.ts";

type Limits = Pick<Figure, "lower" | "upper" | "decimals">;
type Comparable = Shown & { readonly lower: number; readonly upper: number };

/** Whether a difference can be said without its sign: its interval has two ends. */
export function isComparable<F extends Shown & Limits>(figure: F): figure is F & Comparable {
  return figure.bound === null && figure.lower !== null && figure.upper !== null;
}

const sideOf = (value: number): string => (value < 0 ? "lower" : "higher");

/** A difference as a comparison: "2 percentage points lower". */
export function sayDifference(figure: Shown, scale: Scale): string {
  const { value, decimals } = figure;
  const none = Number(formatCell(Math.abs(value), scale, decimals)) === 0;
  const side = none ? "higher or lower" : sideOf(value);
  return `${qualify(figure, formatInWords(Math.abs(value), scale, decimals))} ${side}`;
}

/** Its interval: "4 lower to 6 higher", "3 to 9 higher", "9 to 3 lower". */
export function sayDifferences({ lower, upper, decimals }: Comparable, scale: Scale): string {
  const say = (limit: number): string => formatCell(Math.abs(limit), scale, decimals);
  const first = sideOf(lower) === sideOf(upper) ? "" : ` ${sideOf(lower)}`;
  return `${say(lower)}${first} to ${say(upper)} ${sideOf(upper)}`;
}
