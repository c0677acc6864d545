import { quarterOf } from "../../indicators/months.ts";
import { keyOfAmount, type AmountBase, type AmountRow } from "./amount-base.ts";

export interface HeldAmounts {
  readonly base: AmountBase;
  /** Rows of the base that keep what the release before stood on. */
  readonly held: number;
}

/**
 * Holds small changes back: a sum of a month or quarter that an earlier release has shown changes by
 * nothing or by at least `least` cases, so that subtracting one release from the next gives nobody's
 * amount away.
 * @param before what the release before stood on, up to its last month
 */
export function holdAmounts(
  now: AmountBase,
  before: AmountBase,
  lastMonth: string,
  least: number,
): HeldAmounts {
  const old = new Map(before.rows.map((row) => [keyOfAmount(row), row]));
  const present = new Map(now.rows.map((row) => [keyOfAmount(row), row]));
  const past = (row: AmountRow): boolean => row.codes[0]! <= lastMonth;
  const keys = [...new Set([...old.keys(), ...present.keys()])].sort();
  const changed = new Map<string, AmountRow>();
  for (const key of keys) {
    const row = present.get(key) ?? { ...old.get(key)!, cases: 0, cents: 0 };
    if (past(row) && countChanges(row, old.get(key)) > 0) changed.set(key, row);
  }
  const held = findHeld(changed, old, least);
  const rows = keys.flatMap((key) => {
    const row = held.has(key) ? old.get(key) : present.get(key);
    return row === undefined || row.cases === 0 ? [] : [row];
  });
  return { base: { dimensions: now.dimensions, rows }, held: held.size };
}

/** At least so many cases changed: one at least, where only the sum did. */
function countChanges(row: AmountRow, old: AmountRow | undefined): number {
  const difference = Math.abs(row.cases - (old?.cases ?? 0));
  return difference > 0 || row.cents === (old?.cents ?? 0) ? difference : 1;
}

/** Rows in a month or quarter whose changes are few, until none is left that shows few. */
function findHeld(
  changed: ReadonlyMap<string, AmountRow>,
  old: ReadonlyMap<string, AmountRow>,
  least: number,
): Set<string> {
  const held = new Set<string>();
  for (;;) {
    const totals = new Map<string, number>();
    const free = [...changed].filter(([key]) => !held.has(key));
    for (const [key, row] of free) {
      for (const period of periodsOf(row)) {
        totals.set(period, (totals.get(period) ?? 0) + countChanges(row, old.get(key)));
      }
    }
    const few = free.filter(([, row]) => periodsOf(row).some((one) => totals.get(one)! < least));
    if (few.length === 0) return held;
    for (const [key] of few) held.add(key);
  }
}

function periodsOf({ codes }: AmountRow): string[] {
  return [codes[0]!, quarterOf(codes[0]!)];
}
