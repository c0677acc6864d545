import type { Definition, Figure } from "../../release/schema.ts";
import { formatPlain } from "./numbers.ts";
import { sayFew } from "./status.ts";

/** The cases behind a figure, "from 9,820 alerts"; empty where they are the figure, or hidden. */
export function sayCases(
  { n, unit }: Pick<Figure, "n" | "unit">,
  { cases: [one, many] }: Pick<Definition, "cases">,
  base: number | null,
): string {
  if (n === null || unit === "count") return "";
  if (n < (base ?? 0)) return `from ${sayFew(base)} ${many}`;
  return `from ${formatPlain(n, 0)} ${n === 1 ? one : many}`;
}
