/** Every form of chart. Each is one `<svg>` string for inlining; chart.css gives it its looks. */
export { drawCoverage, type CoverageOptions, type CoverageState } from "./coverage.ts";
export { drawDots, type DotsOptions } from "./dots.ts";
export { drawReliability, type ReliabilityOptions } from "./reliability.ts";
export { drawSparkline, type SparklineOptions } from "./sparkline.ts";
export { drawStacked, type StackedOptions } from "./stacked.ts";
export { drawSurvival, type SurvivalOptions } from "./survival.ts";
export { drawTrend, type TrendOptions } from "./trend.ts";
export type { NumberStyle } from "./words.ts";
export type { ChartText } from "./write.ts";
