import type { TrendRow } from "./trend-rows.ts";
import { spokenPointLayers } from "./points.ts";
import { placeTicks, toVegaAxis, type NumberAxis } from "./axis.ts";

/** The interval as a band, the line through what is shown, a dot for each period. */
export function trendLayers(axis: NumberAxis): object[] {
  const y = encodeValue(axis);
  const lower = { ...y, field: "lower" };
  const last = { filter: "datum.label !== null" };
  return [
    {
      mark: { type: "area", color: "band series-1" },
      encoding: { y: lower, y2: { field: "upper" } },
    },
    {
      transform: [{ filter: "datum.alone && datum.lower !== null && datum.upper !== null" }],
      mark: { type: "rule", color: "interval series-1" },
      encoding: { y: lower, y2: { field: "upper" } },
    },
    { mark: { type: "line", color: "line series-1" }, encoding: { y } },
    ...spokenPointLayers(22, { y }),
    {
      transform: [last],
      mark: { type: "text", align: "left", dx: 8, color: "value middle" },
      encoding: { y, text: { field: "label" } },
    },
  ];
}

/** A line across the periods at a value that means something of itself. */
export function referenceLayers(value: number | undefined, axis: NumberAxis): object[] {
  if (value === undefined) return [];
  const whole = { x: { value: 0 }, x2: { value: { expr: "width" } } };
  const mark = { type: "rule", color: "axis" };
  return [{ data: { values: [{ value }] }, mark, encoding: { y: encodeValue(axis), ...whole } }];
}

/** The same periods as they were given before: a line of its own style, with its words at its end. */
export function earlierLayers(
  earlier: readonly { readonly rows: readonly TrendRow[]; readonly words: string }[],
  axis: NumberAxis,
): object[] {
  const y = encodeValue(axis);
  return earlier.flatMap(({ rows, words }, at) => {
    const last = rows.findLast(({ value }) => value !== null);
    const label = last === undefined ? [] : [{ ...last, label: words }];
    return [
      {
        data: { values: rows },
        mark: { type: "line", color: `line series-${at + 2}` },
        encoding: { y },
      },
      {
        data: { values: label },
        mark: { type: "text", align: "right", dx: -4, dy: 24, color: "label middle" },
        encoding: { y, text: { field: "label" } },
      },
    ];
  });
}

function encodeValue(axis: NumberAxis) {
  return {
    field: "value",
    type: "quantitative",
    scale: { domain: axis.domain, nice: false, zero: false },
    axis: toVegaAxis(placeTicks(axis)),
  };
}
