import { mergeCells } from "../indicators/merge.ts";
import { textOf } from "../recompute/recompute-indicator.ts";
import type { Comparison } from "../release/schema/steering.ts";
import { chartFunnel } from "../variation/funnel.ts";
import type { SteeredIndicator } from "./periods.ts";
import { leastPartners } from "./rules.ts";

/**
 * The partners side by side on a share of the latest twelve months, each within the limits of its
 * own size; undefined where the indicator is no share or is not given by partner. Over-dispersed:
 * limits hold what partners usually differ by, so that who stands apart does so beyond that.
 */
export function comparePartners(indicator: SteeredIndicator): Comparison | undefined {
  const { definition, rows, figures } = indicator;
  if (definition.measure !== "proportion" || !definition.breakdowns.includes("partner")) return;
  const statistic = definition.statistics[0]!.name;
  const text = { ...textOf(definition), breakdowns: ["partner"] };
  const cells = mergeCells(rows, text).filter(({ breakdown }) => breakdown === "partner");
  const isShown = new Set(
    figures
      .filter((one) => one.breakdown === "partner" && one.statistic === statistic)
      .flatMap(({ category, status }) => (status === "value" ? [category] : [])),
  );
  const known = cells.filter(({ category }) => isShown.has(category));
  const groups = known.map(({ category, rows: own }) => ({
    group: category,
    numerator: own.reduce((sum, row) => sum + Number(row["numerator_n"]), 0),
    denominator: own.reduce((sum, row) => sum + Number(row["denominator_n"]), 0),
  }));
  const [first] = cells;
  const base = {
    ...{ indicator: definition.id, statistic, from: first!.from, to: first!.to },
    tooFew: cells.flatMap(({ category }) => (isShown.has(category) ? [] : [category])),
  };
  if (groups.length < leastPartners) {
    const nothing = { overall: null, phi: null, tau2: null, partners: [] };
    return { ...base, ...nothing, why: "too few partners" };
  }
  const funnel = chartFunnel(groups, "proportion");
  return {
    ...{ ...base, why: null, phi: funnel.phi, tau2: funnel.tau2 },
    overall: funnel.target,
    partners: funnel.groups.map(({ group, value, z, limits95, limits998, outlier }) => {
      const { numerator, denominator } = groups.find((one) => one.group === group)!;
      return {
        ...{ partner: group, numerator, denominator, value, z },
        limits95: [...limits95],
        limits998: [...limits998],
        apart: outlier ? (value > funnel.target ? "above" : "below") : null,
      };
    }),
  };
}
