import type { Definition, Figure } from "../../release/schema.ts";
import { formatPlain } from "./numbers.ts";
import { sayFew } from "./status.ts";

const cases: Record<string, readonly [one: string, many: string]> = {
  incidents: ["alert", "alerts"],
  disruptions: ["disruption", "disruptions"],
  predictions: ["forecast", "forecasts"],
  complaints: ["complaint", "complaints"],
};

const anyCase: readonly [string, string] = ["case", "cases"];

/** What one case of an indicator is called, many of them: "alerts", "complaints". */
export function nameCases({ tallies }: Pick<Definition, "tallies">): string {
  return (cases[tallies[0]?.name ?? ""] ?? anyCase)[1];
}

/** The cases behind a figure, "from 9,820 alerts"; empty where they are the figure, or hidden. */
export function sayCases(
  { n, unit }: Pick<Figure, "n" | "unit">,
  { tallies }: Pick<Definition, "tallies">,
  base: number | null,
): string {
  if (n === null || unit === "count") return "";
  const [one, many] = cases[tallies[0]?.name ?? ""] ?? anyCase;
  if (n < (base ?? 0)) return `from ${sayFew(base)} ${many}`;
  return `from ${formatPlain(n, 0)} ${n === 1 ? one : many}`;
}
