import type { ComparedPartner } from "../../release/schema.ts";
import { chooseAxis, placeTicks, toVegaAxis, type NumberAxis } from "./axis.ts";
import { renderChart, type Frame } from "./render.ts";
import { nameLayer, rowRoom } from "./row-names.ts";
import { alignAt, chartWidth, textRoom, wrapText } from "./theme.ts";
import { writeNumber } from "./words.ts";
import type { ChartText } from "./write.ts";

/** One partner as it is drawn; without a place where too few cases are known. */
export interface ComparedRow {
  readonly name: string;
  readonly place: ComparedPartner | undefined;
  /** The figure as it is published, or what stands in its place. */
  readonly label: string;
}

const nameRoom = 160;

/**
 * The funnel laid on its side: a row for each partner in an order that means nothing, within the
 * limits of its own size around the figure of all together. Whoever lies beyond is a diamond.
 */
export async function drawCompared(
  text: ChartText,
  compared: readonly ComparedRow[],
  overall: number,
): Promise<string> {
  const rows = compared.map(toRow);
  const frame = frameOf(rows);
  const known = rows.flatMap(({ value, low998, high998 }) => [value, low998, high998]);
  const numbers = known.filter((number) => number !== null);
  const room = frame.width - frame.left - frame.right;
  const axis = chooseAxis(numbers, "share", { most: 5, room });
  const x = {
    type: "quantitative",
    scale: { domain: axis.domain, nice: false, zero: false },
    axis: { grid: true, domain: false, ticks: false, ...toVegaAxis(placeTicks(axis)) },
  };
  const y = {
    ...{ field: "row", type: "ordinal", axis: null },
    scale: { domain: rows.map(({ row }) => row), paddingInner: 0, paddingOuter: 0 },
  };
  const layer = [
    rangeLayer(x, "998"),
    rangeLayer(x, "95"),
    ...overallLayers(x, overall, axis),
    nameLayer(
      rows.map(({ lines }) => lines),
      10,
    ),
    pointLayer(x, false),
    pointLayer(x, true),
    ...labelLayers(frame.right - 4),
  ];
  return renderChart("compared", text, { data: { values: rows }, encoding: { y }, layer }, frame);
}

function toRow({ name, place, label }: ComparedRow, row: number) {
  return {
    ...{ row, label, shown: place !== undefined, lines: wrapText(name, nameRoom) },
    value: place?.value ?? null,
    ...{ low95: place?.limits95[0] ?? null, high95: place?.limits95[1] ?? null },
    ...{ low998: place?.limits998[0] ?? null, high998: place?.limits998[1] ?? null },
    apart: place?.apart != null,
    says: place === undefined ? "" : `${name}: ${label}`,
  };
}

function frameOf(rows: readonly ReturnType<typeof toRow>[]): Frame {
  const left = Math.max(...rows.flatMap(({ lines }) => lines.map(textRoom))) + 14;
  const right = Math.max(...rows.map(({ shown, label }) => (shown ? textRoom(label) : 0))) + 20;
  const height = 60 + rows.length * rowRoom(rows.map(({ lines }) => lines));
  return { width: chartWidth, height, top: 30, right, bottom: 30, left };
}

/** Between which 95, or 99.8, of 100 partners of that size lie. */
function rangeLayer(x: object, width: "95" | "998"): object {
  return {
    transform: [{ filter: "datum.shown" }],
    mark: { type: "bar", color: `range${width}`, height: { band: 0.62 } },
    encoding: { x: { ...x, field: `low${width}` }, x2: { field: `high${width}` } },
  };
}

function pointLayer(x: object, apart: boolean): object {
  const looks = apart
    ? { shape: "diamond", size: 110, color: "apart" }
    : { size: 60, color: "point series-1" };
  return {
    transform: [{ filter: `datum.shown && ${apart ? "" : "!"}datum.apart` }],
    mark: { type: "point", filled: true, aria: true, ...looks },
    encoding: { x: { ...x, field: "value" }, description: { field: "says" } },
  };
}

function overallLayers(x: object, overall: number, { domain }: NumberAxis): object[] {
  const data = { values: [{ value: overall }] };
  const at = { ...x, field: "value" };
  const align = alignAt((overall - domain[0]) / (domain[1] - domain[0]));
  const words = `All together ${writeNumber(overall, "share", 0)}`;
  return [
    {
      data,
      mark: { type: "rule", color: "target" },
      encoding: { x: at, y: { value: 0 }, y2: { value: { expr: "height" } } },
    },
    {
      data,
      mark: { type: "text", align, color: "target-label" },
      encoding: { x: at, y: { value: -10 }, text: { value: words } },
    },
  ];
}

function labelLayers(right: number): object[] {
  const text = { field: "label" };
  return [
    {
      transform: [{ filter: "datum.shown" }],
      mark: { type: "text", align: "right", color: "value middle" },
      encoding: { x: { value: { expr: `width + ${right}` } }, text },
    },
    {
      transform: [{ filter: "!datum.shown" }],
      mark: { type: "text", align: "left", color: "note middle" },
      encoding: { x: { value: 6 }, text },
    },
  ];
}
