import { categoryOf, rootOf } from "../../indicators/dimensions.ts";
import type { PartnerPlace, Place } from "../../indicators/dimensions.ts";
import type { AmountBase } from "./amount-base.ts";
import type { AmountCell } from "./amount-cells.ts";

/** A sum of money as an earlier release of the tier has published it. */
export interface SaidSum extends Place {
  readonly breakdown: string;
  /** In the smallest unit of the currency; null where it was hidden. */
  readonly cents: number | null;
}

/** What a reader of earlier releases reckons with beside the sums of this one. */
export interface KnownSum {
  /** Indices into the rows of the base, ascending. */
  readonly members: readonly number[];
  /** Said before, and so never to be hidden; else to be told by nobody. */
  readonly isSaid: boolean;
}

/**
 * What earlier releases add to the sums of this one, as far as the money of then is that of now: sums
 * that they have shown, sums that they have hidden, and what the months that a sum has gained or lost
 * since hold by themselves, for whoever subtracts one release from the next is told of these.
 * @param base with a row for every combination of codes
 * @param isSensitive whether rows of the base tell of few cases or of one partner's part
 */
export function joinEarlier(
  base: AmountBase,
  cells: readonly AmountCell[],
  said: readonly SaidSum[],
  partners: ReadonlyMap<string, PartnerPlace>,
  isSensitive: (members: readonly number[]) => boolean,
): KnownSum[] {
  const known = new Map<string, KnownSum>();
  const placed = said.map((one) => ({ one, members: findMembers(base, one, partners) }));
  const still = placed.filter(({ one, members }) => {
    const cents = members.reduce((sum, member) => sum + base.rows[member]!.cents, 0);
    return members.length > 0 && (one.cents === null || one.cents === cents);
  });
  for (const { one, members } of still) {
    if (one.cents !== null) known.set(members.join(), { members, isSaid: true });
  }
  const secret = (members: readonly number[]): void => {
    if (members.length === 0 || known.has(members.join()) || !isSensitive(members)) return;
    known.set(members.join(), { members, isSaid: false });
  };
  for (const { one, members } of still) if (one.cents === null) secret(members);
  const shown = Map.groupBy(
    still.filter(({ one }) => one.cents !== null),
    ({ one }) => keyOf(one),
  );
  for (const cell of cells) {
    for (const { members } of shown.get(keyOf(cell)) ?? []) {
      secret(without(cell.members, members));
      secret(without(members, cell.members));
    }
  }
  return [...known.values()];
}

/** The same place in each release, whichever months it looks at. */
function keyOf({ breakdown, category, subcategory }: Place & { readonly breakdown: string }) {
  return `${breakdown}|${category}|${subcategory ?? ""}`;
}

function without(members: readonly number[], others: readonly number[]): number[] {
  const left = new Set(others);
  return members.filter((member) => !left.has(member));
}

const times = ["year", "quarter", "month"];

/** The rows of a base that a sum adds up, by its codes and its months. */
function findMembers(
  { dimensions, rows }: AmountBase,
  { breakdown, category, subcategory, from, to }: SaidSum,
  partners: ReadonlyMap<string, PartnerPlace>,
): number[] {
  const wanted = breakdown.split(",").map((dimension, at) => ({
    dimension,
    at: dimensions.indexOf(rootOf(dimension)),
    code: at === 0 ? category : subcategory,
  }));
  return rows.flatMap(({ codes }, row) => {
    const month = codes[0]!;
    const fits =
      from <= month &&
      month <= to &&
      wanted.every(({ dimension, at, code }, position) => {
        if (position === 0 && times.includes(dimension)) return true;
        return at >= 0 && categoryOf(dimension, codes[at]!, [], partners) === code;
      });
    return fits ? [row] : [];
  });
}
