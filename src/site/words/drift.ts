import type { About, CodebookKind, Drift, DriftCompared } from "../../release/schema.ts";
import { nameKind } from "./coverage.ts";
import { nameCode, plain } from "./names.ts";
import { formatCount, formatPlain } from "./numbers.ts";
import { capital } from "./values.ts";

/** "Harbour Police, incidents: threat type". */
export function nameDrift(
  { partner, kind, label }: DriftCompared,
  about: About,
  codebook: readonly CodebookKind[],
): string {
  const name = nameCode(about, "partner", partner);
  return `${name}, ${nameKind(kind, codebook).toLowerCase()}: ${plain(label)}`;
}

/** What the comparison came to, in a sentence. */
export function sayDrift({ compared, rule }: Drift): string {
  const drifted = compared.filter((one) => one.drifted).length;
  const few = compared.filter(({ p }) => p === null).length;
  const found = drifted === 0 ? "no drift" : `${formatCount(drifted, "distribution")} that drifted`;
  return `${capital(formatCount(rule.comparisons, "comparison"))}: ${found}. ${capital(formatCount(few, "more has", "more have"))} too few cases to say.`;
}

/** Each code with its cases and share before and now, the largest move first. */
export function tabulateCodes(
  { codes, before, latest, label }: DriftCompared,
  about: About,
): string[][] {
  const share = (part: number, whole: number): string => `${formatPlain((100 * part) / whole, 1)}%`;
  const move = ({ before: then, latest: now }: DriftCompared["codes"][number]): number =>
    Math.abs(now / latest - then / before);
  return codes
    .toSorted((a, b) => move(b) - move(a))
    .map((code) => [
      nameCode(about, label, code.code),
      formatPlain(code.before, 0),
      share(code.before, before),
      formatPlain(code.latest, 0),
      share(code.latest, latest),
    ]);
}

/** "distance 0.18; p below 0.001". */
export function sayMeasure({ distance, p }: DriftCompared): string {
  if (distance === null || p === null) return "";
  const chance = p < 0.0001 ? "below 0.0001" : formatPlain(p, 4);
  return `Distance ${formatPlain(distance, 2)}, p ${chance}`;
}
