import type { GuardedCount } from "../../release/schema.ts";
import { formatPlain } from "./numbers.ts";
import { explainLow, type Missing } from "./status.ts";

/** A count of rows: its number, or that it is too low to be shown. */
export function formatGuarded({ value }: GuardedCount, base: number | null): string | Missing {
  return value === null ? explainLow(base) : formatPlain(value, 0);
}
