import type { Choice } from "./rows.ts";

/**
 * The choice that an address names, or the first on offer where it names none that exists. Years,
 * which are few, are shown where they are asked for.
 */
export function readChoice(search: string, offered: readonly Choice[]): Choice {
  const named = new URLSearchParams(search);
  const [breakdown, statistic] = [named.get("by"), named.get("figure")];
  const matching = offered.filter((choice) =>
    breakdown === null ? choice.breakdown !== "year" : choice.breakdown === breakdown,
  );
  return (
    matching.find((choice) => choice.statistic === statistic) ??
    matching[0] ??
    offered[0] ?? { breakdown: "", statistic: "" }
  );
}

/** The address of a choice: it can be sent to somebody, and the back button knows it. */
export function writeChoice({ breakdown, statistic }: Choice): string {
  return `?${new URLSearchParams({ by: breakdown, figure: statistic }).toString()}`;
}
