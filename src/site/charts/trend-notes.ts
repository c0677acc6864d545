import { indexMonth } from "../words/dates.ts";
import { alignAt, textRoom, textSize } from "./theme.ts";
import { findGaps, type TrendRow } from "./trend-rows.ts";

/** The plot of a trend, in months and units of the figure, and its size in chart units. */
export interface Plot {
  readonly months: readonly [number, number];
  readonly domain: readonly [number, number];
  readonly width: number;
  readonly height: number;
}

/** Stretches without a number: a tint where they are hidden, and why in a word where it fits. */
export function gapLayers(rows: readonly TrendRow[], plot: Plot): object[] {
  const perMonth = plot.width / (plot.months[1] - plot.months[0]);
  const gaps = findGaps(rows).map((gap) => ({
    ...gap,
    middle: (gap.starts + gap.ends) / 2,
    says: textRoom(gap.word) <= (gap.ends - gap.starts) * perMonth ? gap.word : gap.mark,
  }));
  if (gaps.length === 0) return [];
  const month = (field: string) => ({ field, type: "quantitative" });
  return [
    {
      data: { values: gaps.filter(({ hidden }) => hidden) },
      mark: { type: "rect", color: "hidden" },
      encoding: { x: month("starts"), x2: { field: "ends" } },
    },
    {
      data: { values: gaps },
      mark: { type: "text", align: "center", color: "note" },
      encoding: { x: month("middle"), y: { value: plot.height - 6 }, text: { field: "says" } },
    },
  ];
}

/** Labelled rules at the start of the months in which something changed. */
export function markLayers(marks: readonly { at: string; words: string }[], plot: Plot): object[] {
  const [start, end] = plot.months;
  return marks.flatMap(({ at, words }) => {
    const month = indexMonth(at) - 0.5;
    const x = { datum: month, type: "quantitative" };
    const align = alignAt((month - start) / (end - start));
    return [
      { data: { values: [{}] }, mark: { type: "rule", color: "mark" }, encoding: { x } },
      {
        data: { values: [{}] },
        mark: { type: "text", align, color: "note" },
        encoding: { x, y: { value: -8 }, text: { value: words } },
      },
    ];
  });
}

/** The agreed level as a line across the plot, its words where the figures leave room for them. */
export function targetLayers(
  { value, words }: { value: number; words: string },
  rows: readonly TrendRow[],
  plot: Plot,
): object[] {
  const { left, above } = placeWords(value, words, rows, plot);
  const y = { datum: value, type: "quantitative" };
  const data = { values: [{}] };
  return [
    {
      data,
      mark: { type: "rule", color: "target" },
      encoding: { x: { value: 0 }, x2: { value: plot.width }, y },
    },
    {
      data,
      mark: {
        type: "text",
        align: left ? "left" : "right",
        dy: above ? -6 : textSize,
        color: "target-label",
      },
      encoding: { x: { value: left ? 4 : plot.width - 4 }, y, text: { value: words } },
    },
  ];
}

/** The first of four places at which no interval lies under the words; else the first. */
function placeWords(value: number, words: string, rows: readonly TrendRow[], plot: Plot) {
  const [start, end] = plot.months;
  const months = ((textRoom(words) + 8) / plot.width) * (end - start);
  const height = ((textSize + 8) / plot.height) * (plot.domain[1] - plot.domain[0]);
  const places = [true, false].flatMap((above) => [true, false].map((left) => ({ left, above })));
  const isFree = ({ left, above }: { left: boolean; above: boolean }) =>
    (above || value - height >= plot.domain[0]) &&
    rows
      .filter(({ at }) => (left ? at <= start + months : at >= end - months))
      .every((row) => {
        const low = row.lower ?? row.value ?? Infinity;
        const high = row.upper ?? row.value ?? -Infinity;
        return above ? high < value || low > value + height : low > value || high < value - height;
      });
  return places.find(isFree) ?? places[0]!;
}
