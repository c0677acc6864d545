import type { TierPolicy } from "../../pipelines/4-disclosure/tiers.ts";
import type { Cell } from "../indicators/evaluate.ts";
import { indicatorOptions, unitOf } from "../indicators/statistics.ts";
import type { Indicator } from "../indicators/discover.ts";
import { measures } from "../measures/index.ts";
import type { CurvePoint, Statistic } from "../measures/measure.ts";
import type { Curve, Figure, GuardedCount, Reason } from "../release/schema.ts";

declare const disclosed: unique symbol;

/** Figures that may be written out. Only this file makes them. */
export type DisclosedFigure = Figure & { readonly [disclosed]: true };
export type DisclosedCurve = Curve & { readonly [disclosed]: true };
export type DisclosedCount = GuardedCount & { readonly [disclosed]: true };

export interface DisclosedIndicator {
  readonly figures: readonly DisclosedFigure[];
  readonly curves: readonly DisclosedCurve[];
}

/** Estimates every cell of an indicator and hides what the tier may not show. */
export function protectIndicator(
  policy: TierPolicy,
  indicator: Indicator,
  cells: readonly Cell[],
  limit: number | undefined,
): DisclosedIndicator {
  const measure = measures[indicator.text.measure];
  const options = indicatorOptions(indicator.text, limit);
  const figures = cells.flatMap((cell) =>
    measure
      .estimate(cell.rows, options)
      .map((statistic) => protectStatistic(policy, indicator, cell, statistic)),
  );
  const curves = cells
    .filter((cell) => cell.breakdown === "year")
    .flatMap((cell) => protectCurve(policy, indicator, cell, figures));
  return { figures, curves };
}

function protectStatistic(
  policy: TierPolicy,
  indicator: Indicator,
  cell: Cell,
  statistic: Statistic,
): DisclosedFigure {
  const why = findReason(policy, cell, statistic);
  const shown = why === undefined;
  const figure: Figure = {
    indicator: indicator.id,
    breakdown: cell.breakdown,
    category: cell.category,
    subcategory: cell.subcategory,
    from: cell.from,
    to: cell.to,
    statistic: statistic.name,
    unit: unitOf(indicator.text, statistic.unit),
    status: shown ? "value" : hiddenReasons.has(why) ? "hidden" : "absent",
    value: shown ? statistic.value : null,
    exact: shown ? (statistic.exact ?? null) : null,
    lower: shown ? statistic.lower : null,
    upper: shown ? statistic.upper : null,
    n: why === undefined || !hiddenReasons.has(why) ? statistic.n : null,
    why: why ?? null,
  };
  return figure as DisclosedFigure;
}

const hiddenReasons: ReadonlySet<Reason> = new Set<Reason>(["few cases", "small number"]);

function findReason(policy: TierPolicy, cell: Cell, statistic: Statistic): Reason | undefined {
  if (statistic.n === 0 && cell.notRecorded > 0) return "not recorded";
  if (statistic.n < policy.threshold) return "few cases";
  if (statistic.counts.some((count) => isSmall(policy, count))) return "small number";
  if (statistic.value !== null) return undefined;
  return statistic.note === "not reached" ? "not reached" : "undefined";
}

function isSmall(policy: TierPolicy, count: number): boolean {
  return count > 0 && count < policy.threshold;
}

/** The curve of a cell, when its first statistic may be shown. */
function protectCurve(
  policy: TierPolicy,
  indicator: Indicator,
  cell: Cell,
  figures: readonly DisclosedFigure[],
): DisclosedCurve[] {
  const measure = measures[indicator.text.measure];
  if (measure.curve === undefined) return [];
  const first = figures.find(
    (figure) => figure.breakdown === cell.breakdown && figure.category === cell.category,
  );
  const status = first?.status === "hidden" ? "hidden" : "value";
  const points = status === "hidden" ? [] : [...measure.curve(cell.rows, policy.curveBin)];
  const curve: Curve = {
    indicator: indicator.id,
    breakdown: cell.breakdown,
    category: cell.category,
    from: cell.from,
    to: cell.to,
    status: points.length === 0 && status === "value" ? "absent" : status,
    why: status === "hidden" ? first!.why : points.length === 0 ? "undefined" : null,
    points: points.map((point) => coarsen(policy, point)),
  };
  return [curve as DisclosedCurve];
}

/** Counts rounded down to tens and shares to a thousandth, so that open cases cannot be counted back. */
function coarsen(policy: TierPolicy, point: CurvePoint): CurvePoint {
  const thousandth = (share: number | null): number | null =>
    share === null ? null : Math.round(share * 1000) / 1000;
  return {
    x: point.x,
    y: thousandth(point.y),
    lower: thousandth(point.lower),
    upper: thousandth(point.upper),
    n: Math.floor(point.n / policy.curveBin) * policy.curveBin,
  };
}

/** A count of rows, hidden from 1 to just below the threshold. */
export function protectCount(policy: TierPolicy, count: number): DisclosedCount {
  const hidden = isSmall(policy, count);
  const guarded: GuardedCount = hidden
    ? { status: "hidden", value: null }
    : { status: "value", value: count };
  return guarded as DisclosedCount;
}
