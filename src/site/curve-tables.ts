import type { Curve } from "../release/schema.ts";
import { chooseAxis } from "./charts/axis.ts";
import { chooseEnd, countOpen, toSteps, type Steps } from "./charts/survival-steps.ts";
import { formatPlain } from "./words/numbers.ts";

/** The numbers of a curve: names of columns and rows of words. */
export interface CurveTable {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly (string | null)[])[];
}

const percent = (share: number, decimals = 1): string => formatPlain(share * 100, decimals);

function sayLimits(lower: number | null, upper: number | null): string {
  return lower === null || upper === null ? "none" : `${percent(lower)} to ${percent(upper)}`;
}

const numeric = (label: string) => ({ label, numeric: true });

/** A reliability diagram as a table: a row for each dot. */
export function tabulateReliability({ points }: Curve): CurveTable {
  return {
    columns: ["forecast, %", "came true, %", "interval", "forecasts"].map(numeric),
    rows: points.map(({ x, y, lower, upper, n }) => [
      percent(x, 0),
      y === null ? null : percent(y),
      sayLimits(lower, upper),
      formatPlain(n, 0),
    ]),
  };
}

/** Curves of waiting as a table: a row for each of about a dozen lengths of time. */
export function tabulateSurvival(
  curves: readonly Curve[],
  labels: Readonly<Record<string, string>>,
  timeWords: string,
): CurveTable {
  const steps = curves.map((curve) => toSteps(curve, 1)).filter(({ points }) => points.length > 0);
  const until = chooseEnd(steps);
  const { ticks } = chooseAxis([0, until], { unit: "count", decimals: 0 }, { most: 12 });
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
      ...steps.flatMap((one) => cellsAt(one, time)),
    ]),
  };
}

function cellsAt({ points }: Steps, time: number): (string | null)[] {
  const step = points.findLast(({ x, y }) => x <= time && y !== null);
  const open = countOpen(points, time);
  if (step === undefined || open === "") return [null, null, null];
  return [percent(step.y!), sayLimits(step.lower, step.upper), open];
}
