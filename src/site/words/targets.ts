import type { Definition, Headline } from "../../release/schema.ts";
import { formatInWords } from "./numbers.ts";
import { scaleOf, type Edition } from "./scales.ts";
import { findNoDifference } from "./units.ts";

/** The agreed limit in words: "6 hours", "6 minutes", "5 days"; empty without one. */
export function sayLimit({ limit }: Definition): string {
  if (limit === null) return "";
  const { value, unit } = limit;
  const scale = { currency: "", per: null, base: null };
  return unit === "minutes" && value >= 120
    ? formatInWords(value / 60, { ...scale, unit: "hours" }, value % 60 === 0 ? 0 : 1)
    : formatInWords(value, { ...scale, unit }, 0);
}

/** Where the figure lies beside what was agreed, or beside no difference; empty without either. */
export function sayTarget(definition: Definition, headline: Headline, release: Edition): string {
  const limit = sayLimit(definition);
  const sentences = [limit === "" ? "" : `The agreed limit is ${limit}.`];
  const { target } = definition;
  const scale = scaleOf(definition, headline.statistic, release);
  if (target !== null && scale.unit === definition.unit)
    sentences.push(
      `The agreed target is ${formatInWords(target.value, scale, 0)}${placeBeside(headline.latest, target.value)}.`,
    );
  const none = findNoDifference(scale);
  if (none !== undefined) sentences.push(sayDifference(headline.latest, none));
  return sentences.filter(Boolean).join(" ");
}

/** Whether two groups differ at all, which a comparison with the year before does not say. */
function sayDifference({ value, lower, upper }: Headline["latest"], none: number): string {
  if (value === null || lower === null || upper === null) return "";
  if (lower > none || upper < none) {
    const side = lower > none ? "above" : "below";
    return `The interval lies ${side} ${none}, which would be no difference: the groups differ by more than chance explains.`;
  }
  return `The interval holds ${none}, which is no difference: it does not show that the groups differ, nor that they do not.`;
}

function placeBeside({ value, lower, upper }: Headline["latest"], target: number): string {
  if (value === null) return "";
  if (lower === null || upper === null) return "";
  if (upper < target) return ": the figure lies below it, its interval included";
  if (lower > target) return ": the figure lies above it, its interval included";
  return ", which lies within the interval: too close to say on which side";
}
