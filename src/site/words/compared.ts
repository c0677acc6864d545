import type { Release } from "../../release/read.ts";
import type { ComparedPartner, Comparison, Figure } from "../../release/schema.ts";
import { nameCode } from "./names.ts";
import { formatCount, formatPlain, joinWords } from "./numbers.ts";
import type { Edition } from "./scales.ts";

/** Whether partners differ so much that any share at all would be usual. */
export function isTooWide({ partners }: Comparison): boolean {
  return partners.some(({ limits998: [low, high] }) => low < 0.005 && high > 0.995);
}

/** Who stands apart on an indicator, in one sentence; nobody is named first for being best. */
export function sayApart(comparison: Comparison, { about }: Edition): string {
  const { partners, why, tau2 } = comparison;
  if (why !== null) return "Too few partners can be compared to say how much they usually differ.";
  const apart = partners.filter((one) => one.apart !== null);
  const named = (side: ComparedPartner["apart"]): string[] =>
    apart
      .filter((one) => one.apart === side)
      .map(({ partner }) => nameCode(about, "partner", partner));
  const sides = (["above", "below"] as const).flatMap((side) => {
    const names = named(side);
    return names.length === 0
      ? []
      : [`${joinWords(names)} ${names.length === 1 ? "lies" : "lie"} ${side}`];
  });
  if (sides.length > 0) return `${joinWords(sides)} what a partner of that size usually has.`;
  if (isTooWide(comparison)) {
    return "Partners differ so much that no share would be unusual: who stands apart cannot be said.";
  }
  return tau2! > 0
    ? "Partners differ by more than chance, and nobody stands apart from the others."
    : "Chance alone explains how the partners differ.";
}

/** What a partner is on an indicator beside the others. */
export function sayPlace(
  comparison: Comparison | undefined,
  partner: string,
  figure: Figure | undefined,
): string {
  if (figure === undefined) return "submits no such records";
  if (figure.why === "not recorded") return "keeps no such record";
  if (figure.status === "hidden") return "too few to say";
  if (comparison === undefined) return "not compared";
  if (comparison.why !== null) return "too few partners to compare";
  const own = comparison.partners.find((one) => one.partner === partner);
  if (own === undefined) return "too few to say";
  if (isTooWide(comparison)) return "partners differ too much to say";
  return own.apart === null ? "within the usual" : `stands apart: ${own.apart}`;
}

/** On how many indicators a partner stands apart, of those on which it can be compared. */
export function countApart(
  partner: string,
  { steering }: Pick<Release, "steering">,
): { readonly apart: number; readonly compared: number } {
  const own = (steering?.comparison ?? []).flatMap(({ partners }) =>
    partners.filter((one) => one.partner === partner),
  );
  return { apart: own.filter((one) => one.apart !== null).length, compared: own.length };
}

/** "2 of 9". */
export function sayOf(part: number, whole: number): string {
  return `${formatPlain(part, 0)} of ${formatPlain(whole, 0)}`;
}

/** "Partners are compared on 9 shares; on 3 of them some partner stands apart from the others." */
export function sayComparisons(comparisons: readonly Comparison[]): string {
  const judged = comparisons.filter(({ why }) => why === null);
  const apart = judged.filter(({ partners }) => partners.some((one) => one.apart !== null));
  if (judged.length === 0) return "No share is given by enough partners to compare them.";
  if (apart.length === 0)
    return `On none of ${formatCount(judged.length, "share")} does a partner stand apart from the others.`;
  return `Partners are compared on ${formatCount(judged.length, "share")}; on ${formatPlain(apart.length, 0)} of them some partner stands apart from the others.`;
}
