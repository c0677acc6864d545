import type { Config } from "vega-lite";

/**
 * The one look of all charts. Paints are names, not colours: a mark painted "line series-1" leaves
 * with the classes `chart-line chart-series-1`, and chart.css decides what that looks like on
 * paper, in the dark and in print.
 */
export const theme: Config = {
  background: null as unknown as string,
  view: { stroke: null },
  axis: {
    translate: 0,
    title: null,
    gridColor: "grid",
    domainColor: "axis",
    tickColor: "axis",
    tickSize: 4,
    labelColor: "label",
    labelBaseline: "alphabetic",
    labelOverlap: false,
    labelBound: false,
    labelFlush: false,
    labelLimit: 0,
  },
  axisX: { grid: false, labelPadding: 15 },
  axisY: { grid: true, domain: false, ticks: false, labelPadding: 8, labelColor: "label middle" },
  mark: { aria: false },
  text: { baseline: "alphabetic", limit: 0 },
  point: { filled: true },
  rule: { color: "rule" },
};

/** Width of a chart in its own units; the page scales it to its column. */
export const chartWidth = 480;

/**
 * The largest size of text, in the chart's units, that chart.css sets: on a phone, where 480 units
 * are 320 px and 16.5 units 11 px. Every layout leaves room for this size.
 */
export const textSize = 16.5;

/** At most so many series are drawn in one panel; each has a paint and a line style of its own. */
export const mostSeries = 5;

/** How words over a place are aligned so that they stay within the plot: `share` of its width. */
export function alignAt(share: number): "left" | "center" | "right" {
  if (share < 0.25) return "left";
  return share > 0.75 ? "right" : "center";
}

/** Room that `text` takes at the largest size, in chart units; an upper estimate without a font. */
export function textRoom(text: string): number {
  const narrow = text.match(/[\s.,:;'ijltfr()|-]/g)?.length ?? 0;
  return Math.ceil((text.length - narrow) * textSize * 0.6 + narrow * textSize * 0.34);
}

/** `text` broken at spaces into lines of at most `room` units. */
export function wrapText(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && textRoom(`${last} ${word}`) <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
