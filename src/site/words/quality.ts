import type { GuardedCount } from "../../release/schema.ts";
import { formatPlain } from "./numbers.ts";
import { explainLow, explainMark, type Missing } from "./status.ts";

/** A count of rows: its number, or that it is too low to be shown, or not told at all. */
export function formatGuarded(
  { status, value }: GuardedCount,
  base: number | null,
): string | Missing {
  if (status === "withheld") return explainMark("[c]", base);
  return value === null ? explainLow(base) : formatPlain(value, 0);
}
