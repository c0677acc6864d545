import { compare } from "../measures/compare.ts";
import type { Definition, Figure, Headline } from "./schema.ts";

/** The figure that a page opens with, the one a year before, and whether they truly differ. */
export function makeHeadline(
  definition: Pick<Definition, "id" | "statistics">,
  figures: readonly Figure[],
): Headline {
  const { name } = definition.statistics[0]!;
  const years = figures.filter(
    (figure) => figure.breakdown === "year" && figure.statistic === name,
  );
  const latest = years.at(-1)!;
  const before = years.length > 1 ? years[0]! : null;
  const change =
    before === null || latest.bound !== null || before.bound !== null
      ? { verdict: "cannot be compared" as const, difference: null, lower: null, upper: null }
      : compare(latest, before);
  return { indicator: definition.id, statistic: name, latest, before, change };
}
