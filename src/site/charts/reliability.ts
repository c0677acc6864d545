import type { Curve } from "../../release/schema.ts";
import { chooseAxis, placeTicks, toVegaAxis } from "./axis.ts";
import { renderChart } from "./render.ts";
import { formatPlain } from "../words/numbers.ts";
import { barLayers, plotWidth } from "./reliability-bars.ts";
import { chartWidth } from "./theme.ts";
import { writeNumber } from "./words.ts";
import type { ChartText } from "./write.ts";

export interface ReliabilityOptions {
  /** The curve's x for a forecast that is certain: 1 for shares, 100 for per cent; 1 unless told. */
  readonly certain?: number;
  /** What the forecasts are called under the axis: "Forecast probability" unless told. */
  readonly forecastWords?: string;
  /** What came true, beside the axis: "Share that came true" unless told. */
  readonly outcomeWords?: string;
  /** What the line means: "line: as often as forecast" unless told. */
  readonly rightWords?: string;
  /** What the bars count: "Forecasts" unless told. */
  readonly countWords?: string;
}

/**
 * How often forecasts of each probability came true, with Wilson limits, against the line on
 * which they would be right; under it the count of forecasts behind each dot.
 */
export async function drawReliability(
  text: ChartText,
  curves: readonly Curve[],
  options: ReliabilityOptions = {},
): Promise<string> {
  const certain = options.certain ?? 1;
  const curve = curves.find(({ status }) => status === "value");
  if (!curve || curve.points.length === 0) return "";
  const points = curve.points.map((point) => ({
    ...point,
    x: point.x / certain,
    count: formatPlain(point.n, 0),
    says: sayPoint(point, certain),
  }));
  const share = chooseAxis([0, 1], "share", { zero: true });
  const scale = { domain: [0, 1], nice: false };
  const axis = toVegaAxis(placeTicks(share));
  const x = { field: "x", type: "quantitative", scale, axis };
  const size = { width: plotWidth, height: 270 };
  const spec = {
    data: { values: points },
    spacing: 58,
    bounds: "flush",
    vconcat: [
      { ...size, encoding: { x }, layer: dotLayers(scale, axis, options) },
      {
        ...size,
        height: 56,
        encoding: { x: { ...x, axis: null } },
        layer: barLayers(points, options.countWords ?? "Forecasts behind each dot"),
      },
    ],
  };
  const frame = { width: chartWidth, height: 464, top: 34, right: 30, bottom: 40, left: 58 };
  return renderChart("reliability", text, spec, frame);
}

function sayPoint(point: Curve["points"][number], certain: number): string {
  const per = (value: number) => writeNumber(value, "share", 0);
  const { x, y, lower, upper, n } = point;
  const limits = lower === null || upper === null ? "" : ` (${per(lower)} to ${per(upper)})`;
  return y === null ? "" : `Forecast ${per(x / certain)}: ${per(y)} came true${limits}, n ${n}`;
}

function dotLayers(scale: object, axis: object, options: ReliabilityOptions): object[] {
  const y = { field: "y", type: "quantitative", scale, axis };
  const known = { filter: "datum.y !== null" };
  const note = (words: string, place: object, align: string) => ({
    data: { values: [{}] },
    mark: { type: "text", align, color: "note" },
    encoding: { ...place, text: { value: words } },
  });
  return [
    {
      data: {
        values: [
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ],
      },
      mark: { type: "line", color: "reference" },
      encoding: { y },
    },
    {
      data: { values: [{}] },
      mark: { type: "text", align: "right", color: "note" },
      encoding: {
        x: { value: plotWidth },
        y: { value: -14 },
        text: { value: options.rightWords ?? "line: as often as forecast" },
      },
    },
    {
      transform: [known, { filter: "datum.lower !== null && datum.upper !== null" }],
      mark: { type: "rule", color: "interval series-1" },
      encoding: { y: { ...y, field: "lower" }, y2: { field: "upper" } },
    },
    {
      transform: [known],
      mark: { type: "point", size: 50, color: "point series-1", aria: true },
      encoding: { y, description: { field: "says" } },
    },
    note(
      options.outcomeWords ?? "Share that came true",
      { x: { value: -50 }, y: { value: -14 } },
      "left",
    ),
    note(
      options.forecastWords ?? "Forecast probability",
      { x: { value: plotWidth }, y: { value: 310 } },
      "right",
    ),
  ];
}
