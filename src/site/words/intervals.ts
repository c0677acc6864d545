import type { Definition, Figure } from "../../release/schema.ts";
import { formatCell, type Scale } from "./numbers.ts";

type Limits = Pick<Figure, "lower" | "upper" | "decimals" | "bound">;

/**
 * The interval in brackets after a number: "5.8 to 6.7", "60.1% to 64.7%", "5.8 or more"; empty
 * where there is none, and where the number is itself a bound.
 */
export function sayInterval(limits: Limits, scale: Scale): string {
  if (limits.bound !== null) return "";
  return joinLimits(limits, scale, scale.unit === "share" ? "%" : "");
}

/** What the interval in brackets is; a count was counted in full, and has no other true value. */
export function explainInterval({ measure }: Pick<Definition, "measure">): string {
  return measure === "count"
    ? "In brackets stands the interval: how far such a count can differ by chance alone, were everything else the same again."
    : "In brackets stands the interval, which holds the true figure in 95 of 100 such releases if nothing but chance is at work.";
}

/** Whether the interval of a duration, such as 26 to 5,760 hours, tells hardly more than its lower end. */
export function isVeryWide(
  { value, upper }: Pick<Figure, "value" | "upper">,
  { unit }: Scale,
): boolean {
  const lasts = ["hours", "minutes", "days", "months"].includes(unit);
  return lasts && value !== null && value > 0 && upper !== null && upper > 10 * value;
}

/** The interval in a table, whose header names the unit. */
export function writeInterval(limits: Limits, scale: Scale): string {
  return joinLimits(limits, scale, "");
}

function joinLimits({ lower, upper, decimals }: Limits, scale: Scale, unit: string): string {
  const say = (limit: number): string => formatCell(limit, scale, decimals) + unit;
  if (lower === null) return upper === null ? "" : `up to ${say(upper)}`;
  return upper === null ? `${say(lower)} or more` : `${say(lower)} to ${say(upper)}`;
}
