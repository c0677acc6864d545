import {
  addDecimals,
  decimalToNumber,
  findDecimal,
  formatDecimal,
  unitsAt,
} from "../measures/decimal.ts";
import type { Figure } from "../release/schema.ts";
import { pickName, sides, type Difference } from "./compare-figures.ts";

/**
 * Whether shown sums of money add up: wherever a whole and all its parts are shown, the parts make up
 * the whole. Months make up quarters and years; partners, sectors, regions and codes make up a year.
 * @param codes every code of each dimension: parts are all there only where each has a figure
 * @returns a difference for each whole that its parts do not make up; as recomputed, their sum
 */
export function checkSums(
  figures: readonly Figure[],
  codes: Readonly<Record<string, readonly string[]>>,
): Difference[] {
  const money = figures.filter(({ unit }) => unit === "money");
  return [...Map.groupBy(money, ({ statistic }) => statistic).values()].flatMap((sums) => {
    const breakdowns = Map.groupBy(sums, ({ breakdown }) => breakdown);
    return sums.flatMap((whole) =>
      [...breakdowns].flatMap(([breakdown, own]) => {
        const parts = partsOf(whole, breakdown, own, codes[breakdown]);
        return parts === undefined ? [] : compareSum(whole, parts);
      }),
    );
  });
}

/** The figures of a breakdown that make up a whole, where they are all there and shown. */
function partsOf(
  whole: Figure,
  breakdown: string,
  figures: readonly Figure[],
  codes: readonly string[] | undefined,
): Figure[] | undefined {
  const time = breakdown === "month";
  if (!["year", "quarter"].includes(whole.breakdown) || whole.breakdown === breakdown) return;
  if (!time && (whole.breakdown !== "year" || breakdown === "quarter")) return;
  const parts = figures.filter(({ from, to }) =>
    time ? whole.from <= from && to <= whole.to : whole.from === from && whole.to === to,
  );
  const all = codes?.every((code) => parts.some(({ category }) => category === code)) ?? true;
  const shown = [whole, ...parts].every(({ exact }) => exact !== null);
  return all && shown && parts.length > 0 ? parts : undefined;
}

function compareSum(whole: Figure, parts: readonly Figure[]): Difference[] {
  const stated = findDecimal(whole.exact!);
  const found = parts.map(({ exact }) => findDecimal(exact!));
  const known = found.filter((decimal) => decimal !== undefined);
  const sum = addDecimals(known);
  const scale = Math.max(sum.scale, stated?.scale ?? 0);
  const whollyRead = stated !== undefined && known.length === found.length;
  if (whollyRead && unitsAt(stated, scale) === unitsAt(sum, scale)) return [];
  const total = { ...whole, exact: formatDecimal(sum), value: decimalToNumber(sum) };
  return [{ ...pickName(whole), ...sides(whole, total) }];
}
