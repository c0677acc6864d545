import type { CountRow } from "../disclosure/tallies/count-table.ts";
import type { Tier } from "./tier.ts";

/** Rows of a kind that were not accepted; exact: the tier says so many to the row. */
export interface RefusedRows {
  readonly exact: boolean;
  readonly quarantined: number;
  readonly repeats: number;
}

export type Refusal = "quarantined" | "repeats";

const outcomeOf = { quarantined: "quarantined", repeats: "repeat" } as const;

/** Fewer kinds, or counts of refused rows over all kinds, are too easily set against each other. */
const fewest = { kinds: 3, counts: 10 };

/**
 * Whether a reader could tell more of a kind's refused rows or repeats than that they lie between a
 * multiple of the tier's base and the next, from what the tally `delivery_outcomes` says of all kinds
 * together. A programme with few kinds or few such counts is taken for one in which that is so.
 */
export function isToldByDeliveries(
  kinds: readonly RefusedRows[],
  what: Refusal,
  tier: Tier,
): boolean {
  const { protection } = tier.policy;
  if (protection === null) return false;
  const base = protection.base.value;
  const counts = listCounts(tier, outcomeOf[what]);
  const open = kinds.filter(({ exact }) => !exact);
  if (open.length < fewest.kinds || counts.length < fewest.counts) return true;
  // Every count shown stands for at least one row.
  const least = counts.reduce((sum, { count }) => sum + Math.max(1, count - base + 1), 0);
  const most = kinds.reduce((sum, one) => sum + upTo(one, what, base), 0);
  return open.some((one) => {
    const others = most - upTo(one, what, base);
    return least - others > Math.floor(one[what] / base) * base;
  });
}

/** The most that a reader has to reckon with. */
function upTo(kind: RefusedRows, what: Refusal, base: number): number {
  return kind.exact ? kind[what] : Math.floor(kind[what] / base) * base + base - 1;
}

function listCounts({ tallies }: Tier, code: string): readonly CountRow[] {
  const counted = tallies?.tables.find(({ table }) => table.name === "delivery_outcomes");
  if (counted === undefined) return [];
  const at = counted.table.labels.indexOf("row_outcome");
  return counted.rows.filter(({ labels }) => labels[at] === code);
}
