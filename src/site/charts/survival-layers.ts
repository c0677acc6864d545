import { chooseAxis, placeTicks, toVegaAxis } from "./axis.ts";
import { countOpen, cutSteps, type Steps } from "./survival-steps.ts";
import { alignAt } from "./theme.ts";
import type { Missing } from "../words/status.ts";

/** A curve as steps with its limits as a band. */
export function curveLayers({ points }: Steps, series: number, until: number): object[] {
  const axis = chooseAxis([0, 1], "share", { most: 4 });
  const y = {
    type: "quantitative",
    scale: { domain: [0, 1], nice: false },
    axis: toVegaAxis(placeTicks(axis)),
  };
  const data = { values: cutSteps(points, until) };
  return [
    {
      data,
      mark: { type: "area", interpolate: "step-after", color: `band series-${series}` },
      encoding: { y: { ...y, field: "lower" }, y2: { field: "upper" } },
    },
    {
      data,
      mark: { type: "line", interpolate: "step-after", color: `line series-${series}` },
      encoding: { y: { ...y, field: "y" } },
    },
  ];
}

/** The agreed limit as a line with its words over it. */
export function limitLayers(
  limit: { value: number; words: string } | undefined,
  until: number,
): object[] {
  if (!limit) return [];
  const data = { values: [{ x: limit.value }] };
  const whole = { y: { value: 0 }, y2: { value: { expr: "height" } } };
  return [
    { data, mark: { type: "rule", color: "target" }, encoding: { ...whole } },
    {
      data,
      mark: { type: "text", align: alignAt(limit.value / until), color: "target-label" },
      encoding: { y: { value: -10 }, text: { value: limit.words } },
    },
  ];
}

interface RiskWords {
  readonly base: number | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly timeWords: string;
  readonly openWords?: string;
}

/** The words of the axis, then for each curve its name and the cases still open at each tick. */
export function riskLayers(
  curves: readonly Steps[],
  ticks: readonly number[],
  options: RiskWords,
  rowHeight: number,
): object[] {
  const open = curves.map(({ points }) => ticks.map((x) => countOpen(points, x, options.base)));
  const low = open.flat().find((one) => typeof one !== "string");
  const note = low === undefined ? "" : ` (${low.mark}: ${low.word})`;
  const rows = curves.flatMap((steps, index) => {
    const below = 62 + (index + 1) * rowHeight;
    const numbers = numberLayer(steps, ticks, open[index]!, below);
    if (curves.length === 1) return [numbers];
    const name = options.labels[steps.category] ?? steps.category;
    return [keyLayer(index + 1, below - 25), wordLayer(name, below - 20, "name"), numbers];
  });
  return [
    wordLayer(options.timeWords, 38, "note", "right"),
    wordLayer((options.openWords ?? "Still open") + note, 62, "note"),
    ...rows,
  ];
}

const once = { values: [{}] };

function belowPlot(offset: number): object {
  return { y: { value: { expr: `height + ${offset}` } } };
}

function wordLayer(words: string, below: number, color: string, align = "left"): object {
  return {
    data: once,
    mark: { type: "text", align, color },
    encoding: {
      x: { value: align === "left" ? 0 : { expr: "width" } },
      ...belowPlot(below),
      text: { value: words },
    },
  };
}

function keyLayer(series: number, below: number): object {
  return {
    data: once,
    mark: { type: "rule", color: `line series-${series}` },
    encoding: { x: { value: -44 }, x2: { value: -12 }, ...belowPlot(below) },
  };
}

function numberLayer(
  steps: Steps,
  ticks: readonly number[],
  open: readonly (string | Missing)[],
  below: number,
): object {
  if (steps.missing) return wordLayer(steps.missing, below, "note");
  const write = (one: string | Missing): string => (typeof one === "string" ? one : one.mark);
  return {
    data: { values: ticks.map((x, at) => ({ x, n: write(open[at]!) })) },
    mark: { type: "text", align: "center", color: "label" },
    encoding: { ...belowPlot(below), text: { field: "n" } },
  };
}
