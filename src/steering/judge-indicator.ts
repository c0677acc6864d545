import type { Definition } from "../release/schema.ts";
import type { Assurance, ChartedPoint, Judgement, Variation } from "../release/schema/steering.ts";
import { chartProcess, type PointLabel, type ProcessChart } from "../variation/spc.ts";
import { listPeriods, type Period, type PeriodFrame, type SteeredIndicator } from "./periods.ts";
import { largeDenominator, leastCases, leastPoints, mostLeftOut } from "./rules.ts";

/**
 * An indicator as a process over time: what it does while nothing changes it, whether it has changed
 * of late, and whether it will reach its target as it goes now.
 *
 * Source: NHS England, Making Data Count, as `chartProcess` applies it; which chart a measure takes,
 * what is left out and what is too little to judge is our own, in `rules.ts` and `periods.ts`.
 */
export function judgeIndicator(indicator: SteeredIndicator, frame: PeriodFrame): Judgement {
  const { definition } = indicator;
  const offered = listOffered(definition);
  const tried = offered.map((by) => ({ by, periods: listPeriods(indicator, by, frame) }));
  const chosen = tried.find(({ periods }) => isEnough(periods));
  const periods = chosen?.periods ?? tried[0]?.periods ?? [];
  const chart = chooseChart(definition, periods);
  const base = {
    ...{ indicator: definition.id, statistic: definition.statistics[0]!.name, chart },
    target: definition.target?.value ?? null,
    leftOut: periods.flatMap(({ period, leftOut }) =>
      leftOut === undefined ? [] : [{ period, why: leftOut }],
    ),
  };
  const silent = { by: null, points: [], variation: null, since: null, assurance: null };
  if (definition.yearBefore?.judged === false) return { ...base, ...silent, why: "not alike" };
  if (chosen === undefined) {
    return { ...base, ...silent, why: offered.length === 0 ? "not over time" : "too few points" };
  }
  if (holdsFew(definition, periods)) return { ...base, ...silent, why: "too few cases" };
  const charted = periods.filter(({ leftOut }) => leftOut === undefined);
  const starts = findStarts(definition, charted);
  if (charted.length - (starts.at(-1) ?? 0) < leastPoints) {
    return { ...base, ...silent, why: "counted otherwise" };
  }
  const process = chartPeriods(definition, chart, charted, starts);
  const points = placePoints(process, periods, definition);
  return {
    ...{ ...base, by: chosen.by, why: null, points },
    variation: points.at(-1)!.variation,
    since: findSince(points),
    assurance: process.assurance === null ? null : assurances[process.assurance],
  };
}

/** Months and quarters that an indicator can be charted by: counts always, figures as published. */
function listOffered({ measure, breakdowns, settlesAfter }: Definition) {
  if (settlesAfter === null) return [];
  const counted = ["count", "proportion", "rate"].includes(measure);
  return (["month", "quarter"] as const).filter((one) => counted || breakdowns.includes(one));
}

function isEnough(periods: readonly Period[]): boolean {
  const charted = periods.filter(({ leftOut }) => leftOut === undefined).length;
  // Periods that are not settled yet are no gap.
  const due = periods.filter(({ leftOut }) => leftOut !== "not settled").length;
  return charted >= leastPoints && due - charted <= due * mostLeftOut;
}

/** Shares and rates by their counts, everything else by its values. */
function chooseChart(
  { measure, rounded }: Definition,
  periods: readonly Period[],
): Judgement["chart"] {
  if (measure !== "proportion" && measure !== "rate") return "xmr";
  const plain = measure === "proportion" ? "p" : "u";
  const large = meanOf(periods.map(({ denominator }) => denominator)) >= largeDenominator;
  return rounded || large ? `${plain}-prime` : plain;
}

/** Whether the periods hold so few cases, on either side, that chance is lopsided. */
function holdsFew({ measure }: Definition, periods: readonly Period[]): boolean {
  if (measure === "count") return meanOf(periods.map(({ value }) => value)) < leastCases;
  if (measure !== "proportion" && measure !== "rate") return false;
  const events = meanOf(periods.map(({ numerator }) => numerator));
  const others = meanOf(periods.map(({ denominator }) => denominator)) - events;
  return events < leastCases || (measure === "proportion" && others < leastCases);
}

function meanOf(values: readonly (number | undefined)[]): number {
  const known = values.filter((value) => value !== undefined);
  return known.reduce((sum, value) => sum + value, 0) / Math.max(known.length, 1);
}

/** Where cases begin to be counted otherwise, as positions among the charted periods. */
function findStarts({ countedOtherwise }: Definition, charted: readonly Period[]): number[] {
  return countedOtherwise.map(({ from: since }) => {
    const at = charted.findIndex(({ from }) => from >= since);
    return at === -1 ? charted.length : at;
  });
}

/** @param starts positions from which a process is held against itself anew */
function chartPeriods(
  { direction, target, per }: Definition,
  chart: Judgement["chart"],
  charted: readonly Period[],
  starts: readonly number[],
): ProcessChart {
  const improves = ({ higher: "up", lower: "down", none: "none" } as const)[direction];
  const process = chartProcess({
    ...{ chart, improves },
    rebaseAt: starts.map((at) => charted[at]!.period),
    ...(target === null ? {} : { target: target.value / scaleOf(chart, per) }),
    points: charted.map(({ period, value, numerator, denominator }) => ({
      period,
      ...(value === undefined ? {} : { value }),
      ...(numerator === undefined ? {} : { numerator, denominator: denominator! }),
    })),
  });
  return inUnit(process, scaleOf(chart, per));
}

/** A rate is charted per unit of exposure and given per so many of them. */
function scaleOf(chart: Judgement["chart"], per: number | null): number {
  return chart === "u" || chart === "u-prime" ? (per ?? 1) : 1;
}

function inUnit(process: ProcessChart, scale: number): ProcessChart {
  if (scale === 1) return process;
  const times = (value: number | null): number | null => (value === null ? null : value * scale);
  return {
    ...process,
    points: process.points.map((point) => ({
      ...{ ...point, value: point.value * scale, mean: point.mean * scale },
      ...{ lower: times(point.lower), upper: times(point.upper) },
    })),
  };
}

function placePoints(
  { points }: ProcessChart,
  periods: readonly Period[],
  { measure }: Definition,
): ChartedPoint[] {
  const isPositive = positive.includes(measure);
  const places = new Map(periods.map(({ period, from, to }) => [period, { from, to }]));
  return points.map(({ period, value, mean, lower, upper, label }) => ({
    ...{ period, ...places.get(period)! },
    ...{ value, mean, upper, variation: variations[label] },
    lower: lower !== null && isPositive ? Math.max(0, lower) : lower,
  }));
}

/** Measures that cannot fall below 0, although limits about a low mean would. */
const positive: readonly Definition["measure"][] = ["count", "amount", "rate", "duration"];

const variations: Readonly<Record<PointLabel, Variation>> = {
  common_cause: "noise",
  special_cause_improvement: "better",
  special_cause_concern: "worse",
  special_cause_neutral_high: "up",
  special_cause_neutral_low: "down",
};

const assurances: Readonly<Record<NonNullable<ProcessChart["assurance"]>, Assurance>> = {
  consistent_pass: "meets",
  consistent_fail: "misses",
  inconsistent: "hit and miss",
};

function findSince(points: readonly ChartedPoint[]): string | null {
  const last = points.at(-1)!.variation;
  if (last === "noise") return null;
  const before = points.findLastIndex((point) => point.variation !== last);
  return points[before + 1]!.period;
}
