import { countForecasts, mergeForecasts, type ForecastTally } from "./forecast-tallies.ts";
import type { CurvePoint } from "./measure.ts";
import { shareLimits } from "./share-limits.ts";

interface Pool {
  readonly happened: number;
  readonly notHappened: number;
  /** Sum of the forecasts over the cases. */
  readonly forecasts: number;
}

/**
 * The calibration diagram as it may be shown: neighbouring forecast values pooled until each pool
 * holds enough cases of each outcome, a remainder with the pool before it. At each pool the mean
 * forecast, the share that happened and its Wilson limits at 0.95, widened for noise.
 * @param atLeast cases of each outcome that each pool must hold
 * @param noise standard deviation of the error of a count, in cases, at least 0
 * @returns no point at all where there are fewer of either outcome than that
 */
export function calibrationCurve(
  tallies: readonly ForecastTally[],
  atLeast: number,
  noise = 0,
): readonly CurvePoint[] {
  return poolForecasts(tallies, Math.max(0, atLeast)).map((pool) => {
    const n = pool.happened + pool.notHappened;
    const limits = shareLimits(pool.happened, n, { noise });
    return { x: pool.forecasts / n, y: pool.happened / n, ...limits, n };
  });
}

function poolForecasts(tallies: readonly ForecastTally[], atLeast: number): readonly Pool[] {
  const pools: Pool[] = [];
  let waiting: Pool | undefined;
  for (const tally of mergeForecasts(tallies)) {
    const pool = { ...tally, forecasts: tally.forecast * countForecasts(tally) };
    waiting = waiting ? join(waiting, pool) : pool;
    if (Math.min(waiting.happened, waiting.notHappened) < atLeast) continue;
    pools.push(waiting);
    waiting = undefined;
  }
  const last = pools.pop();
  if (last) pools.push(waiting ? join(last, waiting) : last);
  return pools;
}

function join(earlier: Pool, later: Pool): Pool {
  return {
    happened: earlier.happened + later.happened,
    notHappened: earlier.notHappened + later.notHappened,
    forecasts: earlier.forecasts + later.forecasts,
  };
}
