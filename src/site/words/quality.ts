import type { GuardedCount, Reason } from "../../release/schema.ts";
import { formatPlain } from "./numbers.ts";

/** A count of rows under the small-number rule: its number, or that it is hidden. */
export function formatGuarded({ value }: GuardedCount): string | { why: Reason } {
  return value === null ? { why: "small number" } : formatPlain(value, 0);
}
