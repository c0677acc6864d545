import type { DisclosureReport } from "../../release/schema.ts";

/**
 * How the counts of a tier were rounded, in one sentence; empty where they are exact. Where the
 * kinds of record that stand behind a page are given, it speaks of those.
 */
export function sayRounding(
  { base, kinds }: Pick<DisclosureReport, "base" | "kinds">,
  behind: readonly string[] = kinds.map(({ kind }) => kind),
): string {
  if (base === null) return "";
  const methods = new Set(
    kinds.filter(({ kind }) => behind.includes(kind)).map(({ method }) => method),
  );
  methods.delete("exact");
  if (methods.size === 0) return "";
  const end = "so that nobody can be recognised from them; they still add up.";
  if (!methods.has("small counts")) return `Counts are rounded to ${nameMultiples(base)} ${end}`;
  return methods.has("linked")
    ? `Counts are rounded to ${nameMultiples(base)} (in some kinds of record only those below ${base}), ${end}`
    : `Counts below ${base} are rounded to 0 or ${base} ${end}`;
}

/** "tens", "fives", "multiples of 3". */
function nameMultiples(base: number): string {
  return { 5: "fives", 10: "tens" }[base] ?? `multiples of ${base}`;
}
