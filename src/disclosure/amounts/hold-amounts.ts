import type { Protection } from "../../../pipelines/4-disclosure/tiers.ts";
import { quarterOf } from "../../indicators/months.ts";
import { isDominated, isWithinPercent } from "../suppression/primary.ts";
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

/** What a reader can subtract: the sums that the release before has shown. */
export interface ToldSums {
  /** Names of those of them that a row adds to. */
  placesOf(row: AmountRow): readonly string[];
  readonly rule: Pick<Protection["amounts"]["value"], "pPercent" | "dominance">;
}

/**
 * Holds small changes back: a sum of a month or quarter changes by nothing or by at least `least`
 * cases, and one that an earlier release has shown also by more than one or two partners' parts, so
 * that subtracting one release from the next gives nobody's amount away. Sums that are set against
 * each other wait for each other: what is held back of one is of all, or their share would be of two
 * different days.
 * @param lastMonth up to which the release before spoke
 */
export function holdAmounts(
  sums: readonly HoldingSum[],
  lastMonth: string,
  least: number,
  told?: ToldSums,
): HeldAmounts[] {
  const plans = sums.map(({ now, before }) => listChanges(now, before, lastMonth));
  let held: ReadonlySet<string> = new Set<string>();
  for (;;) {
    const more = new Set(plans.flatMap((plan) => [...findHeld(plan, held, least, told)]));
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

/** Rows in a sum whose changes tell of few, until none is left that does. */
function findHeld(
  { now, changed, old }: Changes,
  from: ReadonlySet<string>,
  least: number,
  told: ToldSums | undefined,
): Set<string> {
  const held = new Set(from);
  const partner = now.dimensions.indexOf("partner");
  const placesOf = (row: AmountRow): readonly string[] => told?.placesOf(row) ?? [];
  for (;;) {
    const totals = new Map<string, Change>();
    const free = [...changed].filter(([key]) => !held.has(key));
    for (const [key, row] of free) {
      for (const sum of [...periodsOf(row), ...placesOf(row)]) {
        const total = totals.get(sum) ?? { cases: 0, parts: new Map<string, number>() };
        totals.set(sum, total);
        total.cases += countChanges(row, old.get(key));
        const cents = Math.abs(row.cents - (old.get(key)?.cents ?? 0));
        const code = row.codes[partner]!;
        total.parts.set(code, (total.parts.get(code) ?? 0) + cents);
      }
    }
    const isFew = (sum: string): boolean => totals.get(sum)!.cases < least;
    const tells = (sum: string): boolean => isFew(sum) || isOfFew(totals.get(sum)!, told!.rule);
    const few = free.filter(([, row]) => periodsOf(row).some(isFew) || placesOf(row).some(tells));
    if (few.length === 0) return held;
    for (const [key] of few) held.add(key);
  }
}

/** By how many cases a sum changes, and by how much each partner's part of it does. */
interface Change {
  cases: number;
  readonly parts: Map<string, number>;
}

function isOfFew({ parts }: Change, { pPercent, dominance }: ToldSums["rule"]): boolean {
  const own = [...parts.values()];
  return isWithinPercent(own, pPercent) || isDominated(own, dominance.largest, dominance.percent);
}

function periodsOf({ codes }: AmountRow): string[] {
  return [codes[0]!, quarterOf(codes[0]!)];
}
