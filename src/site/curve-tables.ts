import type { Curve } from "../release/schema.ts";
import { chooseAxis } from "./charts/axis.ts";
import { chooseEnd, countOpen, toSteps, type Steps } from "./charts/survival-steps.ts";
import { formatPlain } from "./words/numbers.ts";
import type { Missing } from "./words/status.ts";

/** The numbers of a curve: names of columns and rows of words. */
export interface CurveTable {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly (string | null | Missing)[])[];
}

/** A share of rounded counts bears no decimal. */
const percent = (share: number, base: number | null): string =>
  formatPlain(share * 100, base === null ? 1 : 0);

interface Limits {
  readonly lower: number | null;
  readonly upper: number | null;
}

function sayLimits({ lower, upper }: Limits, base: number | null): string {
  if (lower === null || upper === null) return "none";
  return `${percent(lower, base)} to ${percent(upper, base)}`;
}

const numeric = (label: string) => ({ label, numeric: true });

/** A reliability diagram as a table: a row for each dot. */
export function tabulateReliability({ points }: Curve, base: number | null): CurveTable {
  return {
    columns: ["forecast, %", "came true, %", "interval", "forecasts"].map(numeric),
    rows: points.map(({ x, y, n, ...limits }) => [
      formatPlain(x * 100, 0),
      y === null ? null : percent(y, base),
      sayLimits(limits, base),
      formatPlain(n, 0),
    ]),
  };
}

/** Curves of waiting as a table: a row for each of about a dozen lengths of time. */
export function tabulateSurvival(
  curves: readonly Curve[],
  labels: Readonly<Record<string, string>>,
  timeWords: string,
  base: number | null,
): CurveTable {
  const steps = curves.map((curve) => toSteps(curve, 1)).filter(({ points }) => points.length > 0);
  const until = chooseEnd(steps);
  const { ticks } = chooseAxis([0, until], "count", { most: 12 });
  const times = ticks.filter((time) => time <= until);
  const named = (category: string, words: string) =>
    numeric(curves.length === 1 ? words : `${labels[category] ?? category}: ${words}`);
  return {
    columns: [
      numeric(timeWords),
      ...steps.flatMap(({ category }) => [
        named(category, "still waiting, %"),
        numeric("interval"),
        numeric("still open"),
      ]),
    ],
    rows: times.map((time) => [
      formatPlain(time, time % 1 === 0 ? 0 : 1),
      ...steps.flatMap((one) => cellsAt(one, time, base)),
    ]),
  };
}

function cellsAt(
  { points }: Steps,
  time: number,
  base: number | null,
): (string | null | Missing)[] {
  const step = points.findLast(({ x, y }) => x <= time && y !== null);
  const open = countOpen(points, time, base);
  if (step === undefined || open === "") return [null, null, null];
  return [percent(step.y!, base), sayLimits(step, base), open];
}
