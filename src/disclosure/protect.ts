import type { TierPolicy } from "../../pipelines/4-disclosure/tiers.ts";
import type { EstimatedText } from "../indicators/columns.ts";
import type { Cell } from "../indicators/merge.ts";
import { describeStatistics, indicatorOptions, unitOf } from "../indicators/statistics.ts";
import { measures } from "../measures/index.ts";
import type { CurvePoint, Statistic } from "../measures/measure.ts";
import type { Curve, Figure, GuardedCount, Reason } from "../release/schema.ts";
import { showShare, showSum } from "./amounts/show-sums.ts";
import type { ShownAmounts } from "./amounts/shown.ts";
import type { Edges } from "./tallies/band.ts";
import {
  confidentialityOf,
  findReason,
  markOf,
  statusOf,
  type FigurePolicy,
} from "./figure-rules.ts";
import { roundStatistic } from "./precision.ts";

declare const disclosed: unique symbol;

/** Figures that may be written out. Only this file makes them. */
export type DisclosedFigure = Figure & { readonly [disclosed]: true };
export type DisclosedCurve = Curve & { readonly [disclosed]: true };
export type DisclosedCount = GuardedCount & { readonly [disclosed]: true };

export interface DisclosedIndicator {
  readonly figures: readonly DisclosedFigure[];
  readonly curves: readonly DisclosedCurve[];
}

/** An indicator as far as its figures depend on it; `definition.json` says it all. */
export interface EstimatedIndicator {
  readonly id: string;
  readonly text: EstimatedText;
}

export interface ProtectionInput {
  /** The agreed limit, in the unit of the SQL's bins. */
  readonly limit: number | undefined;
  /** Edges of the bands in which the tier counts durations, by the SQL's unit. */
  readonly edges: Edges;
  /** Standard deviation of the error in each merged row of a breakdown's cells, in cases. */
  readonly noise: (breakdown: string) => number;
  /** The exact sums that may be shown, for an indicator of amounts; undefined: all. */
  readonly amounts: ShownAmounts | undefined;
}

/**
 * Estimates every cell of an indicator from the tier's tallies, and hides or rounds what its cases
 * do not bear.
 */
export function protectIndicator(
  policy: FigurePolicy,
  indicator: EstimatedIndicator,
  cells: readonly Cell[],
  input: ProtectionInput,
): DisclosedIndicator {
  const measure = measures[indicator.text.measure];
  const options = indicatorOptions(indicator.text, input.limit);
  const decimals = new Map(
    describeStatistics(indicator.text, options).map((one) => [one.name, one.decimals]),
  );
  const edges = edgesInUnit(indicator, input.edges);
  const figures = cells.flatMap((cell) =>
    measure
      .estimate(cell.rows, { ...options, noise: input.noise(cell.breakdown) })
      .map((statistic) => {
        const bears = { decimals: decimals.get(statistic.name)!, edges };
        return restsOnSums(statistic) && input.amounts !== undefined
          ? discloseSum(indicator, cell, statistic, bears.decimals, input.amounts)
          : disclose(policy, indicator, cell, statistic, bears);
      }),
  );
  const curves = cells
    .filter((cell) => cell.breakdown === "year")
    .flatMap((cell) => discloseCurve(policy, indicator, cell, figures, input));
  return { figures, curves };
}

function disclose(
  { protection }: FigurePolicy,
  indicator: EstimatedIndicator,
  cell: Cell,
  statistic: Statistic,
  { decimals, edges }: { readonly decimals: number; readonly edges: readonly number[] },
): DisclosedFigure {
  const why = findReason(protection, statistic, cell.notRecorded);
  const shown = roundStatistic(protection, statistic, decimals, edges);
  return makeFigure(indicator, cell, statistic, why, {
    ...shown,
    exact: statistic.exact ?? null,
  });
}

function edgesInUnit({ text }: EstimatedIndicator, edges: Edges): readonly number[] {
  if (text.measure !== "duration") return [];
  const unit = text.binUnit ?? text.unit;
  if (unit === "days") return edges.days;
  return edges.minutes.map((edge) => (text.unit === "hours" ? edge / 60 : edge));
}

function restsOnSums({ unit, facts }: Statistic): boolean {
  return unit === "money" || facts?.kind === "sums";
}

/** What is made of exact sums, exact or hidden; the cases behind it are the tier's own. */
function discloseSum(
  indicator: EstimatedIndicator,
  cell: Cell,
  statistic: Statistic,
  decimals: number,
  amounts: ShownAmounts,
): DisclosedFigure {
  const { why, value, exact } =
    statistic.facts?.kind === "sums"
      ? showShare(amounts, statistic.facts.of, cell)
      : showSum(amounts, statistic.name, cell);
  return makeFigure(indicator, cell, statistic, why, {
    ...{ value, exact, lower: null, upper: null },
    ...{ bound: null, about: false, decimals },
  });
}

type Numbers = Pick<Figure, "value" | "lower" | "upper" | "exact" | "bound" | "about" | "decimals">;

function makeFigure(
  indicator: EstimatedIndicator,
  cell: Cell,
  statistic: Statistic,
  why: Reason | undefined,
  numbers: Numbers,
): DisclosedFigure {
  const status = statusOf(why);
  const none = { value: null, exact: null, lower: null, upper: null, bound: null, about: false };
  const { decimals, ...shown } = numbers;
  const figure: Figure = {
    indicator: indicator.id,
    breakdown: cell.breakdown,
    category: cell.category,
    subcategory: cell.subcategory,
    from: cell.from,
    to: cell.to,
    statistic: statistic.name,
    unit: unitOf(indicator.text, statistic.unit),
    status,
    ...(status === "value" ? shown : none),
    decimals,
    n: status === "hidden" ? null : statistic.n,
    why: why ?? null,
    mark: markOf(why, statistic),
    conf_status: confidentialityOf(why),
  };
  return figure as DisclosedFigure;
}

/** The curve of a cell, when its first statistic may be shown. */
function discloseCurve(
  { protection }: FigurePolicy,
  indicator: EstimatedIndicator,
  cell: Cell,
  figures: readonly DisclosedFigure[],
  input: ProtectionInput,
): DisclosedCurve[] {
  const measure = measures[indicator.text.measure];
  if (measure.curve === undefined) return [];
  const first = figures.find(
    (figure) => figure.breakdown === cell.breakdown && figure.category === cell.category,
  );
  const status = first?.status === "hidden" ? "hidden" : "value";
  const atLeast = protection?.threshold.value ?? 1;
  const points =
    status === "hidden" ? [] : measure.curve(cell.rows, atLeast, input.noise(cell.breakdown));
  const curve: Curve = {
    indicator: indicator.id,
    breakdown: cell.breakdown,
    category: cell.category,
    from: cell.from,
    to: cell.to,
    status: points.length === 0 && status === "value" ? "absent" : status,
    why: status === "hidden" ? first!.why : points.length === 0 ? "undefined" : null,
    points: points.map(toThousandths),
  };
  return [curve as DisclosedCurve];
}

function toThousandths(point: CurvePoint): CurvePoint {
  const thousandth = (share: number | null): number | null =>
    share === null ? null : Math.round(share * 1000) / 1000;
  return {
    ...point,
    y: thousandth(point.y),
    lower: thousandth(point.lower),
    upper: thousandth(point.upper),
  };
}

/** A count of rows of a tier's own tallies to the nearest multiple of its base; one below is hidden. */
export function protectCount(
  policy: Pick<TierPolicy, "protection">,
  count: number,
): DisclosedCount {
  return guard(policy, count, Math.round);
}

/**
 * An exact count of rows, rounded down to a multiple of the tier's base: as the bases of the tiers are
 * multiples of each other, whoever knows two tiers knows no more than the finer one says.
 */
export function roundDownCount(
  policy: Pick<TierPolicy, "protection">,
  count: number,
): DisclosedCount {
  return guard(policy, count, Math.floor);
}

/** A count of which a protected tier says nothing, not even that it is low. */
export const withheldCount = { status: "withheld", value: null } as DisclosedCount;

function guard(
  { protection }: Pick<TierPolicy, "protection">,
  count: number,
  round: (multiples: number) => number,
): DisclosedCount {
  const base = protection?.base.value ?? 1;
  const guarded: GuardedCount =
    protection !== null && count < base
      ? { status: "hidden", value: null }
      : { status: "value", value: round(count / base) * base };
  return guarded as DisclosedCount;
}
