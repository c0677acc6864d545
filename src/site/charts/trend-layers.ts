import { spokenPointLayers } from "./points.ts";
import { placeTicks, toVegaAxis, type NumberAxis } from "./axis.ts";

/** The interval as a band, the line through what is shown, a dot for each period. */
export function trendLayers(axis: NumberAxis): object[] {
  const y = {
    field: "value",
    type: "quantitative",
    scale: { domain: axis.domain, nice: false, zero: false },
    axis: toVegaAxis(placeTicks(axis)),
  };
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
