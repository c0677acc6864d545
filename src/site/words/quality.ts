import type { GuardedCount } from "../../release/schema.ts";
import { formatPlain } from "./numbers.ts";

/** A count of rows under the small-number rule: its number, or the mark that it is hidden. */
export function formatGuarded({ value }: GuardedCount): string {
  return value === null ? "[c]" : formatPlain(value, 0);
}
