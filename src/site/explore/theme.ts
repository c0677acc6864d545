import type { Config } from "vega-lite";

/** The look of the built charts, for a chart that lives: the same tokens as custom properties. */
export const exploreTheme: Config = {
  aria: false,
  mark: { aria: false },
  font: "Plumbline Sans, system-ui, sans-serif",
  view: { stroke: null },
  axis: {
    gridColor: "var(--chart-grid)",
    domainColor: "var(--chart-axis)",
    tickColor: "var(--chart-axis)",
    labelColor: "var(--chart-soft)",
    labelFontSize: 13,
    titleColor: "var(--chart-soft)",
    titleFontSize: 13,
    titleFontWeight: "normal",
  },
  axisY: { titleAngle: 0, titleAlign: "left", titleAnchor: "end", titleY: -10, titleX: -30 },
  axisX: { grid: false },
  header: { labelColor: "var(--chart-ink)", labelFontSize: 13 },
  text: { fontSize: 13 },
};
