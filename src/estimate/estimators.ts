import type { Estimator } from "./estimator.ts";
import { duration, forecast } from "./of-cases.ts";
import { ratio, score } from "./of-strata.ts";
import { amount, count, moneyShare, proportion, rate } from "./of-sums.ts";
import { funnel, spc } from "./of-variation.ts";

/** Everything that `plumbline estimate` knows, by its name on the command line. */
export const estimators = {
  count,
  amount,
  "money-share": moneyShare,
  proportion,
  rate,
  duration,
  forecast,
  score,
  ratio,
  spc,
  funnel,
} as const satisfies Readonly<Record<string, Estimator>>;

export type EstimatorName = keyof typeof estimators;

export function isEstimator(name: string): name is EstimatorName {
  return Object.hasOwn(estimators, name);
}
