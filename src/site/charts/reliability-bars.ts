import { chooseAxis, placeTicks, toVegaAxis } from "./axis.ts";
import { textRoom } from "./theme.ts";

/** Width of both panels of a reliability diagram in chart units. */
export const plotWidth = 392;

/** Bars with their counts, or with an axis where they stand too close for that. */
export function barLayers(
  points: readonly { x: number; n: number; count: string }[],
  words: string,
) {
  const gaps = points.slice(1).map(({ x }, index) => x - points[index]!.x);
  const gap = Math.min(0.12, ...gaps) * plotWidth;
  const labelled = points.every(({ count }) => textRoom(count) <= gap + 4);
  const numbers = chooseAxis(
    points.map(({ n }) => n),
    "count",
    { zero: true, most: 2 },
  );
  const y = {
    field: "n",
    type: "quantitative",
    scale: { domain: numbers.domain, nice: false },
    axis: labelled ? null : toVegaAxis(placeTicks(numbers)),
  };
  const label = {
    mark: { type: "text", align: "center", dy: -6, color: "label" },
    encoding: { y, text: { field: "count" } },
  };
  return [
    {
      mark: { type: "bar", size: Math.max(2, Math.round(gap * 0.6)), color: "bar series-1" },
      encoding: { y },
    },
    ...(labelled ? [label] : []),
    {
      data: { values: [{}] },
      mark: { type: "text", align: "left", color: "note" },
      encoding: { x: { value: -50 }, y: { value: 82 }, text: { value: words } },
    },
  ];
}
