import type { Figure } from "../release/schema.ts";

/** What names a figure in every release. */
export type FigureName = Pick<
  Figure,
  "indicator" | "breakdown" | "category" | "subcategory" | "from" | "to" | "statistic"
>;

/** What is said of a figure and compared; a mark follows from it. */
export type Reading = Pick<Figure, (typeof compared)[number]>;

/** A figure that does not come out as published; null where one side has no such figure. */
export interface Difference extends FigureName {
  readonly published: Reading | null;
  readonly recomputed: Reading | null;
}

/** A figure that cannot be worked out from the tallies, and what was checked instead. */
export interface NotRecomputed extends FigureName {
  readonly why: string;
}

export interface Comparison {
  readonly agreed: number;
  readonly differing: readonly Difference[];
  readonly notRecomputable: readonly NotRecomputed[];
}

const compared = [
  ...(["unit", "status", "value", "exact", "lower", "upper", "n", "why"] as const),
  ...(["bound", "about", "decimals", "conf_status"] as const),
] as const;

/**
 * Holds published figures against those worked out again. Numbers agree when they differ by less
 * than a part in 10⁹: logarithms of different machines may differ in their last digit.
 * @param moneyIsHidden whether the tier keeps sums of money out of its tallies
 */
export function compareFigures(
  published: readonly Figure[],
  recomputed: readonly Figure[],
  moneyIsHidden: boolean,
): Comparison {
  const again = new Map(recomputed.map((figure) => [nameOf(figure), figure]));
  const differing: Difference[] = [];
  const notRecomputable: NotRecomputed[] = [];
  let agreed = 0;
  for (const figure of published) {
    const name = nameOf(figure);
    const own = again.get(name);
    again.delete(name);
    if (own === undefined) differing.push({ ...pickName(figure), ...sides(figure, null) });
    else if (moneyIsHidden && own.unit === "money" && isCertified(figure, own)) {
      notRecomputable.push({ ...pickName(figure), why: moneyWhy });
    } else if (compared.every((key) => isSame(figure[key], own[key]))) agreed += 1;
    else differing.push({ ...pickName(figure), ...sides(figure, own) });
  }
  for (const own of again.values()) differing.push({ ...pickName(own), ...sides(null, own) });
  return { agreed, differing, notRecomputable };
}

/** Whether a sum of money is shown as the certificate has it; that does not say why one is hidden. */
function isCertified(figure: Figure, own: Figure): boolean {
  return compared.every((key) => /^(why|conf_status)$/.test(key) || isSame(figure[key], own[key]));
}

const moneyWhy =
  "a sum of money is exact or hidden, and is in no tally of this tier; that it is the certificate’s, and that its shown parts add up, was checked instead";

/** Both sides of a difference, with what was compared and no more. */
export function sides(
  published: Figure | null,
  recomputed: Figure | null,
): Pick<Difference, "published" | "recomputed"> {
  return { published: pickReading(published), recomputed: pickReading(recomputed) };
}

function pickReading(figure: Figure | null): Reading | null {
  if (figure === null) return null;
  return Object.fromEntries(compared.map((key) => [key, figure[key]])) as Reading;
}

export function pickName(figure: FigureName): FigureName {
  const { indicator, breakdown, category, subcategory, from, to, statistic } = figure;
  return { indicator, breakdown, category, subcategory, from, to, statistic };
}

export function nameOf(figure: FigureName): string {
  return JSON.stringify(pickName(figure));
}

const tolerance = 1e-9;

/** Whether two values of a file say the same; numbers but for rounding. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "number" || typeof b !== "number") return a === b;
  return a === b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}
