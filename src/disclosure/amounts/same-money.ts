import { sumCents, formatCents, type AmountBase, type AmountRow } from "./amount-base.ts";
import { nameOfCell, type AmountCell } from "./amount-cells.ts";
import { makeClasses } from "./classes.ts";
import { listKnown, type ProtectedAmounts } from "./protect-amounts.ts";
import type { KnownSum } from "./said-sums.ts";

/**
 * Whether two bases hold the same money month by month and partner by partner, so that two
 * indicators publish the same sums. Bases without any money hold none in common.
 */
export function isSameMoney(one: AmountBase, other: AmountBase): boolean {
  const [own, its] = [addUp(one), addUp(other)];
  return (
    own.size > 0 &&
    own.size === its.size &&
    [...own].every(([key, cents]) => its.get(key) === cents)
  );
}

/** Whether what one sum stands on can be said of another, which publishes the same. */
export function isSplitAlike(one: AmountBase | undefined, other: AmountBase): boolean {
  return one?.dimensions.join() === other.dimensions.join();
}

function addUp({ rows }: AmountBase): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    if (row.cents !== 0) sums.set(placeOf(row), (sums.get(placeOf(row)) ?? 0) + row.cents);
  }
  return sums;
}

/** Month and partner. */
function placeOf({ codes }: AmountRow): string {
  return `${codes[0]!}|${codes[1]!}`;
}

/**
 * The sums of an indicator that another one publishes already: shown where they are shown there, and
 * nowhere else. Two tables of the same money that were protected apart could tell what each hides.
 */
export function showAlike(
  base: AmountBase,
  cells: readonly AmountCell[],
  other: ProtectedAmounts,
  earlier: readonly KnownSum[] = [],
): ProtectedAmounts {
  const known = new Map(other.cells.map((one) => [nameOfCell(one.cell), one]));
  const toldThere = new Set(
    other.cells.flatMap(({ cell }, at) => (other.told.has(at) ? [nameOfCell(cell)] : [])),
  );
  const { sums, members } = makeClasses(base, [...cells, ...earlier]);
  return {
    cells: cells.map((cell, at) => {
      const there = known.get(nameOfCell(cell));
      const cents = there?.cents ?? sumCents(cell.members.map((member) => base.rows[member]!));
      const state = there?.state ?? "secondary";
      return { cell, members: members[at]!, cents, total: formatCents(cents), state };
    }),
    known: listKnown(base, earlier, members.slice(cells.length)),
    told: new Set(cells.flatMap((cell, at) => (toldThere.has(nameOfCell(cell)) ? [at] : []))),
    classes: sums.length,
    optimal: other.optimal,
  };
}
