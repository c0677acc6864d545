import { categoryOf, listYears, rootOf, windowOf } from "../../indicators/dimensions.ts";
import type { PartnerPlace, Place } from "../../indicators/dimensions.ts";
import type { MonthSpan } from "../../indicators/months.ts";
import type { AmountBase, AmountRow } from "./amount-base.ts";

/** A published sum of money and the rows of the base that it adds up. */
export interface AmountCell extends Place {
  readonly breakdown: string;
  /** Indices into the rows of the base, ascending. */
  readonly members: readonly number[];
}

/** What names a published sum, the same in every release that has it. */
export function nameOfCell(cell: Place & { readonly breakdown: string }): string {
  return [cell.breakdown, cell.category, cell.subcategory ?? "", cell.from, cell.to].join("|");
}

/** Finds the rows of the base that each published place adds up. */
export function placeAmounts(
  base: AmountBase,
  places: readonly (Place & { readonly breakdown: string })[],
  span: MonthSpan,
  partners: ReadonlyMap<string, PartnerPlace>,
): AmountCell[] {
  const years = listYears(span);
  const members = new Map<string, number[]>();
  const breakdowns = [...new Set(places.map(({ breakdown }) => breakdown))];
  base.rows.forEach(({ codes }, at) => {
    for (const breakdown of breakdowns) {
      const window = windowOf(breakdown, span);
      if (codes[0]! < window.from || codes[0]! > window.to) continue;
      const names = breakdown.split(",").map((dimension) => {
        const own = codes[base.dimensions.indexOf(rootOf(dimension))];
        return own === undefined ? undefined : categoryOf(dimension, own, years, partners);
      });
      const key = [breakdown, ...names].join("|");
      const list = members.get(key);
      if (list === undefined) members.set(key, [at]);
      else list.push(at);
    }
  });
  return places.map((place) => {
    const { breakdown, category, subcategory } = place;
    const key = [breakdown, category, ...(subcategory === null ? [] : [subcategory])].join("|");
    return { ...place, members: members.get(key) ?? [] };
  });
}

/** Names the published sums over the latest twelve months that rows of a base add to. */
export function placesOfRow(
  dimensions: readonly string[],
  breakdowns: readonly string[],
  span: MonthSpan,
  partners: ReadonlyMap<string, PartnerPlace>,
): (row: AmountRow) => string[] {
  const parts = breakdowns.map((breakdown) => ({ breakdown, window: windowOf(breakdown, span) }));
  return ({ codes }) =>
    parts.flatMap(({ breakdown, window }) => {
      if (codes[0]! < window.from || codes[0]! > window.to) return [];
      const names = breakdown.split(",").map((dimension) => {
        const own = codes[dimensions.indexOf(rootOf(dimension))];
        return own === undefined ? "" : categoryOf(dimension, own, listYears(span), partners);
      });
      return [`${breakdown}|${names.join("|")}`];
    });
}
