import { limitProcess, type ProcessChartName, type Sample } from "./process-limits.ts";
import { findSpecialCauses, sideOfMean, type ChartedValue } from "./special-causes.ts";

export type { ProcessChartName };

/** What was seen in one period: a value, or a numerator and what it is set against. */
export interface ProcessPoint {
  readonly period: string;
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
}

export interface ProcessInput {
  /** In the order of time. A period whose value is not known is left out of every rule. */
  readonly points: readonly ProcessPoint[];
  readonly chart: ProcessChartName;
  /** In which direction the process improves; "none" where neither is good. */
  readonly improves: "up" | "down" | "none";
  /** What is to be reached, in the unit of the values. */
  readonly target?: number;
  /**
   * Leave out, once, moving ranges of at least 3.267 times their mean: true for an XmR chart unless
   * told, false for p′ and u′ as in qicharts2; the other charts have no moving ranges.
   */
  readonly screen?: boolean;
  /** Periods with which the process starts anew; those that no point has are of no matter. */
  readonly rebaseAt?: readonly string[];
}

/** The `point_type` of NHSRplotthedots. */
export type PointLabel =
  | "common_cause"
  | "special_cause_improvement"
  | "special_cause_concern"
  | "special_cause_neutral_high"
  | "special_cause_neutral_low";

/** The `assurance_type` of NHSRplotthedots: whether the process reaches its target by itself. */
export type Assurance = "consistent_pass" | "consistent_fail" | "inconsistent";

export interface LabelledPoint {
  readonly period: string;
  readonly value: number;
  /** Of the stretch that the point is in; limits are null where it has no second point. */
  readonly mean: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly label: PointLabel;
}

export interface ProcessChart {
  /** Those of the last point, null where there is none. */
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly points: readonly LabelledPoint[];
  /** Periods without a value (or set against 0), which are in no number. */
  readonly missing: readonly string[];
  /** The label of the last point: whether the process has changed of late. */
  readonly variation: PointLabel | null;
  /** Null without a target, a direction or limits. */
  readonly assurance: Assurance | null;
}

/**
 * A process behaviour chart: what a process does while nothing changes it, and which points are more
 * than that. The limits of the last stretch judge the target.
 *
 * Source: NHSRplotthedots 0.2.2 for the XmR chart, its rules and its words; qicharts2 for the limits
 * of the others, to which the same rules are applied.
 * @throws RangeError for a period that comes twice, a number that is none, a share above 1, a
 * negative count, or a chart of counts without counts
 */
export function chartProcess(input: ProcessInput): ProcessChart {
  const { chart, improves, screen = chart === "xmr", rebaseAt = [] } = input;
  checkPeriods(input.points);
  const missing: string[] = [];
  const stretches: { period: string; sample: Sample }[][] = [[]];
  for (const point of input.points) {
    if (rebaseAt.includes(point.period)) stretches.push([]);
    const sample = sampleOf(point, chart);
    if (sample) stretches.at(-1)!.push({ period: point.period, sample });
    else missing.push(point.period);
  }
  const points = stretches
    .filter((stretch) => stretch.length > 0)
    .flatMap((stretch) => chartStretch(stretch, chart, screen, improves));
  const { mean = null, lower = null, upper = null, label = null } = points.at(-1) ?? {};
  const assurance = assure(input, lower, upper);
  return { mean, lower, upper, points, missing, variation: label, assurance };
}

function chartStretch(
  stretch: readonly { readonly period: string; readonly sample: Sample }[],
  chart: ProcessChartName,
  screen: boolean,
  improves: ProcessInput["improves"],
): readonly LabelledPoint[] {
  const samples = stretch.map(({ sample }) => sample);
  const { mean, limits } = limitProcess(chart, samples, screen);
  const values = samples.map(({ value }, i) => ({ value, mean, ...limits[i]! }));
  const special = findSpecialCauses(values);
  return values.map((one, i) => ({
    period: stretch[i]!.period,
    ...{ value: one.value, mean, lower: one.lower, upper: one.upper },
    label: special[i] ? labelOf(one, improves) : "common_cause",
  }));
}

/** A member of a run that is on the mean itself counts as the less welcome, as in the reference. */
function labelOf(one: ChartedValue, improves: ProcessInput["improves"]): PointLabel {
  const side = sideOfMean(one);
  if (improves === "none") {
    return side > 0 ? "special_cause_neutral_high" : "special_cause_neutral_low";
  }
  const good = improves === "up" ? 1 : -1;
  return side === good ? "special_cause_improvement" : "special_cause_concern";
}

function assure(
  { target, improves }: ProcessInput,
  lower: number | null,
  upper: number | null,
): Assurance | null {
  if (target === undefined || improves === "none" || lower === null || upper === null) return null;
  if (target >= lower && target <= upper) return "inconsistent";
  return target < lower === (improves === "up") ? "consistent_pass" : "consistent_fail";
}

/** Undefined where the period has no value. */
function sampleOf(point: ProcessPoint, chart: ProcessChartName): Sample | undefined {
  const { value, numerator, denominator } = point;
  for (const number of [value, numerator, denominator]) {
    if (number !== undefined && !Number.isFinite(number)) throw new RangeError("not a number");
  }
  if (chart === "xmr" && value !== undefined) return { value, numerator: value, denominator: 1 };
  if (value !== undefined && (numerator === undefined || denominator === undefined)) {
    throw new RangeError(`a ${chart} chart needs a numerator and a denominator`);
  }
  if (numerator === undefined || denominator === undefined || denominator === 0) return undefined;
  if (chart !== "xmr" && (numerator < 0 || denominator < 0)) {
    throw new RangeError("a count must be at least 0");
  }
  if ((chart === "p" || chart === "p-prime") && numerator > denominator) {
    throw new RangeError("a numerator exceeds its denominator");
  }
  return { value: numerator / denominator, numerator, denominator };
}

function checkPeriods(points: readonly ProcessPoint[]): void {
  if (new Set(points.map(({ period }) => period)).size < points.length) {
    throw new RangeError("a period comes more than once");
  }
}
