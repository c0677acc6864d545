import { amount } from "./amount.ts";
import { count } from "./count.ts";
import { duration } from "./duration.ts";
import { forecast } from "./forecast.ts";
import type { Measure, MeasureName } from "./measure.ts";
import { moneyShare } from "./money-share.ts";
import { proportion } from "./proportion.ts";
import { rate } from "./rate.ts";
import { ratio } from "./ratio.ts";
import { score } from "./score.ts";

/** Every measure by its name. */
export const measures: Readonly<Record<MeasureName, Measure>> = {
  count,
  amount,
  "money-share": moneyShare,
  proportion,
  rate,
  duration,
  forecast,
  score,
  ratio,
};
