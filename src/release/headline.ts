import { compare } from "../measures/compare.ts";
import type { Definition, Figure, Headline } from "./schema.ts";

/**
 * The figure that a page opens with, the one a year before, and whether they truly differ. No
 * verdict is given on a bound, nor where the definition says that years are not alike.
 */
export function makeHeadline(
  definition: Pick<Definition, "id" | "statistics" | "yearBefore">,
  figures: readonly Figure[],
): Headline {
  const { name } = definition.statistics[0]!;
  const years = figures.filter(
    (figure) => figure.breakdown === "year" && figure.statistic === name,
  );
  const latest = years.at(-1)!;
  const before = years.length > 1 ? years[0]! : null;
  const judged = definition.yearBefore?.judged ?? true;
  const change =
    !judged || before === null || latest.bound !== null || before.bound !== null
      ? { verdict: "cannot be compared" as const, difference: null, lower: null, upper: null }
      : compare(latest, before);
  return { indicator: definition.id, statistic: name, latest, before, change };
}
