import { chartFunnel, type FunnelGroup } from "../variation/funnel.ts";
import { chartProcess, type ProcessPoint } from "../variation/spc.ts";
import * as cell from "./cells.ts";
import type { Cells } from "./cells.ts";
import type { EstimateSettings, Estimator } from "./estimator.ts";
import { sortPeriods } from "./periods.ts";
import { estimateProblems } from "./problems.ts";
import { funnelResult, processResult, type FunnelResult, type ProcessResult } from "./results.ts";

/** Fewer points, or groups, have nothing to be compared with. */
const fewest = 2;

export const spc: Estimator<ProcessResult> = {
  needed: [
    ["period", "value"],
    ["period", "numerator", "denominator"],
  ],
  optional: [],
  start(request) {
    const points = new Map<string, ProcessPoint>();
    return {
      add(cells) {
        const point = readPoint(cells, request);
        if (cells.rows > 1 || points.has(point.period)) {
          throw estimateProblems.periodTwice(cells.place("period"));
        }
        points.set(point.period, point);
      },
      finish() {
        const { target, ...process } = request.process;
        if (process.rebaseAt?.some((period) => !points.has(period))) {
          throw estimateProblems.optionWrong("--rebase", "periods that the file has in each group");
        }
        const chart = chartProcess({
          ...{ ...process, points: sortPeriods([...points.values()]) },
          ...(target === undefined ? {} : { target }),
        });
        const n = chart.points.length;
        if (n < fewest) throw estimateProblems.tooFew(request.file, "periods with a value", fewest);
        return { n, result: processResult(chart, request.process.chart) };
      },
    };
  },
};

/** A point whose cells are empty has no value; it is left out, and said to be missing. */
function readPoint(cells: Cells, { process: { chart } }: EstimateSettings): ProcessPoint {
  const period = cells.text["period"]!;
  if (Object.entries(cells.text).some(([role, text]) => role !== "period" && text === "")) {
    return { period };
  }
  if (cells.text["value"] !== undefined) {
    cell.readDecimal(cells, "value");
    return { period, value: Number(cells.text["value"]) };
  }
  return { period, ...readPart(cells, chart === "p" || chart === "p-prime") };
}

function readPart(cells: Cells, isShare: boolean): Pick<FunnelGroup, "numerator" | "denominator"> {
  const numerator = cell.readPositive(cells, "numerator");
  const denominator = cell.readAboveZero(cells, "denominator");
  if (isShare) cell.checkPart(cells, "numerator", "denominator");
  return { numerator, denominator };
}

export const funnel: Estimator<FunnelResult> = {
  ...{ needed: [["group", "numerator", "denominator"]], optional: [] },
  start(request) {
    const { file, transform, roles } = request;
    const groups: FunnelGroup[] = [];
    return {
      add(cells) {
        const { numerator, denominator } = readPart(cells, transform === "proportion");
        groups.push({
          group: cells.text["group"]!,
          ...{ numerator: numerator * cells.rows, denominator: denominator * cells.rows },
        });
      },
      finish() {
        const sorted = groups.toSorted((a, b) => (a.group < b.group ? -1 : 1));
        const byGroup = Map.groupBy(sorted, ({ group }) => group);
        if (byGroup.size < fewest) throw estimateProblems.tooFew(file, "groups", fewest);
        const isEmpty = (own: readonly FunnelGroup[]) => own.every((one) => one.numerator === 0);
        if (transform === "shmi" && [...byGroup.values()].some(isEmpty)) {
          throw estimateProblems.noLogarithm(file, roles["numerator"]!);
        }
        return {
          n: byGroup.size,
          result: funnelResult(chartFunnel(sorted, transform), transform),
        };
      },
    };
  },
};
