import { formatCell, type Scale } from "./numbers.ts";

interface Limits {
  readonly lower: number | null;
  readonly upper: number | null;
}

type Form = "with unit" | "plain";

const ends = (
  { lower, upper }: Limits,
  scale: Scale,
  form: Form,
): [string | null, string | null] => {
  const mark = scale.unit === "share" && form === "with unit" ? "%" : "";
  const say = (limit: number | null): string | null =>
    limit === null ? null : formatCell(limit, scale) + mark;
  return [say(lower), say(upper)];
};

/**
 * The interval in brackets after a number: "5.8 to 6.7", "60.1% to 64.7%", "5.8 or more"; empty
 * where there is none. In a table, whose header names the unit, it is plain.
 */
export function formatInterval(limits: Limits, scale: Scale, form: Form = "with unit"): string {
  const [lower, upper] = ends(limits, scale, form);
  if (lower === null) return upper === null ? "" : `up to ${upper}`;
  return upper === null ? `${lower} or more` : `${lower} to ${upper}`;
}

/** The interval as a phrase: "between 5.8 and 6.7". */
export function sayInterval(limits: Limits, scale: Scale): string {
  const [lower, upper] = ends(limits, scale, "with unit");
  if (lower !== null && upper !== null) return `between ${lower} and ${upper}`;
  return formatInterval(limits, scale);
}
