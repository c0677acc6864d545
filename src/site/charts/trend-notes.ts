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
    const data = { values: [{ at: month }] };
    const align = alignAt((month - start) / (end - start));
    return [
      { data, mark: { type: "rule", color: "mark" } },
      {
        data,
        mark: { type: "text", align, color: "note" },
        encoding: { y: { value: -8 }, text: { value: words } },
      },
    ];
  });
}

/** The agreed level as a line across the plot, its words where the figures leave room for them. */
export function targetLayers(
  { value, words }: { value: number; words: string },
  rows: readonly TrendRow[],
  plot: Plot,
  marks: readonly { at: string }[] = [],
): object[] {
  const { left, above } = placeWords(value, words, rows, plot, marks);
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

/**
 * Of four places the one at which the least of the interval lies under the words. Above the plot
 * stand the words of the marks, which the target's would cover.
 */
function placeWords(
  value: number,
  words: string,
  rows: readonly TrendRow[],
  plot: Plot,
  marks: readonly { at: string }[],
) {
  const [start, end] = plot.months;
  const months = ((textRoom(words) + 8) / plot.width) * (end - start);
  const height = ((textSize + 8) / plot.height) * (plot.domain[1] - plot.domain[0]);
  const places = [true, false].flatMap((above) => [true, false].map((left) => ({ left, above })));
  const samples = Array.from({ length: 13 }, (_, index) => (index / 12) * months);
  const crossed = ({ left, above }: { left: boolean; above: boolean }) => {
    const bottom = above ? value : value - height;
    if (bottom < plot.domain[0]) return Infinity;
    if (above && value + height > plot.domain[1] && marks.length > 0) return samples.length;
    const bands = samples.map((offset) => bandAt(rows, left ? start + offset : end - offset));
    return bands.filter((band) => band && band.high >= bottom && band.low <= bottom + height)
      .length;
  };
  return places.toSorted((a, b) => crossed(a) - crossed(b))[0]!;
}

/** What is drawn over a month, between the rows before and after it. */
function bandAt(rows: readonly TrendRow[], month: number) {
  const before = rows.findLast(({ at }) => at <= month);
  const after = rows.find(({ at }) => at >= month);
  if (!before || !after || before.value === null || after.value === null) return undefined;
  const share = after.at === before.at ? 0 : (month - before.at) / (after.at - before.at);
  const between = (from: number, to: number) => from + share * (to - from);
  return {
    low: between(before.lower ?? before.value, after.lower ?? after.value),
    high: between(before.upper ?? before.value, after.upper ?? after.value),
  };
}
