import { quarterOf } from "../../indicators/months.ts";
import { keyOfAmount, type AmountBase, type AmountRow } from "./amount-base.ts";

export interface HeldAmounts {
  readonly base: AmountBase;
  /** Rows of the base that keep what the release before stood on. */
  readonly held: number;
}

/** A sum of money now, and what the release before stood on, if it had it. */
export interface HoldingSum {
  readonly now: AmountBase;
  readonly before: AmountBase | undefined;
}

/**
 * Holds small changes back: a sum that an earlier release has shown, be it of a month, a quarter or a
 * partner, changes by nothing or by at least `least` cases, so that subtracting one release from the
 * next gives nobody's amount away. Sums that are set against each other wait for each other: what is held back of one is
 * of all, or their share would be of two different days.
 * @param lastMonth up to which the release before spoke
 * @param placesOf names of the sums that a row adds to beside those of its month and quarter
 */
export function holdAmounts(
  sums: readonly HoldingSum[],
  lastMonth: string,
  least: number,
  placesOf: (row: AmountRow) => readonly string[] = () => [],
): HeldAmounts[] {
  const sumsOf = (row: AmountRow): string[] => [...periodsOf(row), ...placesOf(row)];
  const plans = sums.map(({ now, before }) => listChanges(now, before, lastMonth));
  let held: ReadonlySet<string> = new Set<string>();
  for (;;) {
    const more = new Set(plans.flatMap((plan) => [...findHeld(plan, held, least, sumsOf)]));
    if (more.size === held.size) break;
    held = more;
  }
  return plans.map(({ now, old, present, changed }) => {
    if (changed.size === 0 && old.size === 0) return { base: now, held: 0 };
    const own = [...changed.keys()].filter((key) => held.has(key));
    const kept = new Set(own);
    const rows = [...new Set([...old.keys(), ...present.keys()])].sort().flatMap((key) => {
      const row = kept.has(key) ? old.get(key) : present.get(key);
      return row === undefined || row.cases === 0 ? [] : [row];
    });
    return { base: { dimensions: now.dimensions, rows }, held: own.length };
  });
}

interface Changes {
  readonly now: AmountBase;
  readonly old: ReadonlyMap<string, AmountRow>;
  readonly present: ReadonlyMap<string, AmountRow>;
  /** Rows of months that an earlier release has shown, which read differently now. */
  readonly changed: ReadonlyMap<string, AmountRow>;
}

function listChanges(now: AmountBase, before: AmountBase | undefined, lastMonth: string): Changes {
  const old = new Map(before?.rows.map((row) => [keyOfAmount(row), row]));
  const present = new Map(now.rows.map((row) => [keyOfAmount(row), row]));
  const changed = new Map<string, AmountRow>();
  const keys = before === undefined ? [] : [...new Set([...old.keys(), ...present.keys()])].sort();
  for (const key of keys) {
    const row = present.get(key) ?? { ...old.get(key)!, cases: 0, cents: 0 };
    const past = row.codes[0]! <= lastMonth;
    if (past && countChanges(row, old.get(key)) > 0) changed.set(key, row);
  }
  return { now, old, present, changed };
}

/** At least so many cases changed: one at least, where only the sum did. */
function countChanges(row: AmountRow, old: AmountRow | undefined): number {
  const difference = Math.abs(row.cases - (old?.cases ?? 0));
  return difference > 0 || row.cents === (old?.cents ?? 0) ? difference : 1;
}

/** Rows in a sum whose changes are few, until none is left that shows few. */
function findHeld(
  { changed, old }: Changes,
  from: ReadonlySet<string>,
  least: number,
  sumsOf: (row: AmountRow) => readonly string[],
): Set<string> {
  const held = new Set(from);
  for (;;) {
    const totals = new Map<string, number>();
    const free = [...changed].filter(([key]) => !held.has(key));
    for (const [key, row] of free) {
      for (const sum of sumsOf(row)) {
        totals.set(sum, (totals.get(sum) ?? 0) + countChanges(row, old.get(key)));
      }
    }
    const few = free.filter(([, row]) => sumsOf(row).some((one) => totals.get(one)! < least));
    if (few.length === 0) return held;
    for (const [key] of few) held.add(key);
  }
}

function periodsOf({ codes }: AmountRow): string[] {
  return [codes[0]!, quarterOf(codes[0]!)];
}
