import type { MeasureName } from "../measures/measure.ts";

/** What protection cost one tally in one breakdown, as `disclosure.json` says it, in cases. */
export interface PublishedError {
  readonly table: string;
  readonly breakdown: string;
  readonly rms: number;
  /** Of sums "up to so long", and of single bands; null where the tally has no bands. */
  readonly rmsWithin?: number | null | undefined;
  readonly rmsBand?: number | null | undefined;
}

/**
 * Standard deviation of the error of the counts that an indicator's figures rest on in a breakdown,
 * in cases: of sums "up to so long" for durations, of single bands for forecasts, else of sums. The
 * largest of the tallies that its SQL names counts.
 * @param errors none where the tallies are exact
 */
export function noiseOf(
  errors: readonly PublishedError[],
  indicator: { readonly sql: string; readonly measure: MeasureName },
  breakdown: string,
): number {
  const words = new Set(indicator.sql.split(/\W+/));
  const own = errors.filter(({ table }) => words.has(table));
  const first = breakdown.split(",")[0];
  const near = own.filter((error) => error.breakdown === breakdown || error.breakdown === first);
  const deviations = (near.length > 0 ? near : own).map(({ rms, rmsWithin, rmsBand }) => {
    if (indicator.measure === "duration") return Math.max(rms, rmsWithin ?? 0);
    return indicator.measure === "forecast" ? Math.max(rms, rmsBand ?? 0) : rms;
  });
  return Math.max(0, ...deviations);
}
