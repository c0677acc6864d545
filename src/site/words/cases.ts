import type { Definition } from "../../release/schema.ts";
import { formatPlain } from "./numbers.ts";

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

/** "9,824 alerts", "1 complaint". */
export function sayCases(n: number, { tallies }: Pick<Definition, "tallies">): string {
  const [one, many] = cases[tallies[0]?.name ?? ""] ?? anyCase;
  return `${formatPlain(n, 0)} ${n === 1 ? one : many}`;
}
