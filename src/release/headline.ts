import { compare } from "../measures/compare.ts";
import type { Definition, Figure, Headline } from "./schema.ts";

/**
 * The figure that a page opens with, the one a year before, and whether they truly differ. No
 * verdict is given on a bound, where the definition says that years are not alike, nor where cases
 * were counted otherwise since.
 */
export function makeHeadline(
  definition: Pick<Definition, "id" | "statistics" | "yearBefore" | "countedOtherwise">,
  figures: readonly Figure[],
): Headline {
  const { name } = definition.statistics[0]!;
  const years = figures.filter(
    (figure) => figure.breakdown === "year" && figure.statistic === name,
  );
  const latest = years.at(-1)!;
  const before = years.length > 1 ? years[0]! : null;
  const countedOtherwise =
    definition.countedOtherwise.findLast(
      ({ from }) => before !== null && before.from < from && from <= latest.to,
    ) ?? null;
  const judged = (definition.yearBefore?.judged ?? true) && countedOtherwise === null;
  const change =
    !judged || before === null || latest.bound !== null || before.bound !== null
      ? { verdict: "cannot be compared" as const, difference: null, lower: null, upper: null }
      : compare(latest, before);
  return { indicator: definition.id, statistic: name, latest, before, countedOtherwise, change };
}
