import { measures } from "../measures/index.ts";
import type { MeasureOptions, Statistic, StatisticUnit } from "../measures/measure.ts";
import type { Definition, Unit } from "../release/schema.ts";
import type { EstimatedText } from "./columns.ts";

/** What the measure is told by the indicator; `limit` is in the unit of the SQL's bins. */
export function indicatorOptions(text: EstimatedText, limit: number | undefined): MeasureOptions {
  const inUnit = limit === undefined || text.binUnit === undefined ? limit : limit / 60;
  return {
    level: 0.95,
    ...(text.per === undefined ? {} : { per: text.per }),
    ...(text.measure === "duration"
      ? { quantiles: [0.5, 0.9], within: inUnit === undefined ? [] : [inUnit] }
      : {}),
    ...(text.measure === "score" ? { isShare: text.unit === "share" } : {}),
  };
}

/** The unit in which a statistic of this indicator is published. */
export function unitOf(text: EstimatedText, unit: StatisticUnit): Unit {
  return unit === "indicator" ? text.unit : unit;
}

/** The statistics an indicator publishes, headline first, with their words and decimals. */
export function describeStatistics(
  text: EstimatedText,
  options: MeasureOptions,
): Definition["statistics"] {
  const described = measures[text.measure].estimate([], options).map((statistic) => ({
    name: statistic.name,
    label: labelOf(statistic, text.unit),
    unit: unitOf(text, statistic.unit),
    decimals: decimalsOf(statistic, text),
  }));
  const headline = text.headline ?? described[0]!.name;
  if (!described.some(({ name }) => name === headline)) {
    throw new TypeError(`the measure ${text.measure} has no statistic ${headline}`);
  }
  return [
    ...described.filter((statistic) => statistic.name === headline),
    ...described.filter((statistic) => statistic.name !== headline),
  ];
}

const labels: Readonly<Record<string, string>> = {
  count: "Count",
  total: "Total",
  unknown_share: "Share with unknown value",
  share: "Share",
  numerator: "Money counted",
  denominator: "Money it is set against",
  rate: "Rate",
  median: "Median",
  p90: "Nine in ten within",
  share_open: "Share still open",
  brier: "Brier score",
  skill: "Skill against the base rate",
  auc: "Discrimination (area under the curve)",
  base_rate: "Share that happened",
  miscalibration: "Miscalibration (0 is perfect)",
  discrimination: "Discrimination (gain in score)",
  uncertainty: "Uncertainty (score of the base rate)",
  mean: "Mean",
  ratio: "Ratio, like with like",
  gap: "Difference, like with like",
  crude: "Ratio of the groups as a whole",
};

function labelOf({ name, unit }: Statistic, own: Unit): string {
  if (name === "mean" && unit === "share") return labels["share"]!;
  const within = name.startsWith("within_") ? `Share within ${name.slice(7)} ${own}` : name;
  return labels[name] ?? within;
}

const decimalsOfUnit: Partial<Record<Unit, number>> = { hours: 1, rate: 1, score: 2, ratio: 2 };

function decimalsOf(statistic: Statistic, text: EstimatedText): number {
  if (statistic.unit === "score") return 3;
  if (statistic.unit === "share" || statistic.unit === "points") return 1;
  if (statistic.unit === "ratio") return 2;
  return statistic.unit === "indicator" ? (decimalsOfUnit[text.unit] ?? 0) : 0;
}
