import type { DisclosureReport, Figure, TierName } from "../../release/schema.ts";
import type { Release } from "../../release/read.ts";
import { formatPlain } from "./numbers.ts";
import { scaleOf } from "./scales.ts";
import { sayMissing } from "./status.ts";
import { findSame } from "./traces.ts";
import { isShown, writeValue } from "./values.ts";

/** Whom a tier is for, in a table's head. */
export const readersOf: Record<TierName, string> = {
  public: "the public",
  sponsor: "sponsors",
  auditor: "auditors",
};

/** What another tier shows in the place of a figure, with the reason where it shows none. */
export function sayShownElsewhere(figure: Figure, tier: Release): string {
  const own = tier.indicators.find(({ definition }) => definition.id === figure.indicator);
  const same = own && findSame(own.figures, figure);
  if (own === undefined || same === undefined) return "not measured";
  const scale = scaleOf(own.definition, same.statistic, tier);
  return isShown(same) ? writeValue(same, scale) : sayMissing(same, scale.base);
}

/** What became of the figures of a tier: all, shown, hidden, absent. */
export function countShown({ figures, shown, hidden, absent }: DisclosureReport): string[] {
  const sum = (parts: DisclosureReport["hidden"]): number =>
    parts.reduce((all, part) => all + part.figures, 0);
  return [figures, shown, sum(hidden), sum(absent)].map((count) => formatPlain(count, 0));
}

/** The largest typical and the largest error of a tier's counts, in cases; null where exact. */
export function sayWorstError({ errors }: DisclosureReport): string | null {
  if (errors.length === 0) return null;
  const rms = Math.max(...errors.map((error) => error.rms));
  const max = Math.max(...errors.map((error) => error.max));
  return `${formatPlain(rms, 0)} typically, ${formatPlain(max, 0)} at most`;
}
