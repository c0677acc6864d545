import { projectErrors } from "./project.ts";
import type { StratumResult } from "./results.ts";
import type { Sample } from "./sample.ts";

/** Records of the frame that do not agree, and the same as a fraction of the frame. */
interface Amount {
  readonly records: number;
  readonly rate: number;
}

export interface StratumJudgement extends StratumResult {
  /** Its own one-sided upper limit; the limits of several strata do not hold together. */
  readonly upper: Amount;
}

export interface Judgement {
  readonly programme: string;
  readonly release: string;
  readonly kind: string;
  /** Confidence of each limit, one-sided. */
  readonly confidence: number;
  readonly frame: number;
  readonly size: number;
  readonly errors: number;
  /** Part of `errors`. */
  readonly notFound: number;
  readonly estimate: Amount;
  readonly lower: Amount;
  readonly upper: Amount;
  readonly limits: "complete" | "hypergeometric" | "binomial mean over strata";
  /** The highest rate that can be tolerated; null where none was named. */
  readonly tolerable: number | null;
  readonly tolerated: boolean | null;
  readonly strata: readonly StratumJudgement[];
}

/** Projects what an auditor found onto the frame and holds it to the tolerable rate. */
export function judge(
  sample: Sample,
  strata: readonly StratumResult[],
  confidence: number,
  tolerable: number | null,
): Judgement {
  const { programme, release, kind, frame, size } = sample;
  const whole = projectErrors(strata, confidence);
  const upper = amountOf(whole.upper, frame);
  return {
    ...{ programme, release, kind, confidence, frame, size },
    errors: strata.reduce((sum, one) => sum + one.errors, 0),
    notFound: strata.reduce((sum, one) => sum + one.notFound, 0),
    estimate: amountOf(whole.estimate, frame),
    lower: amountOf(whole.lower, frame),
    upper,
    limits: nameLimits(strata),
    tolerable,
    tolerated: tolerable === null ? null : upper.rate <= tolerable,
    strata: strata.map((one) => ({
      ...one,
      upper: amountOf(projectErrors([one], confidence).upper, one.frame),
    })),
  };
}

function amountOf(records: number, frame: number): Amount {
  return { records, rate: records / frame };
}

function nameLimits(strata: readonly StratumResult[]): Judgement["limits"] {
  const open = strata.filter(({ frame, size }) => size < frame).length;
  if (open === 0) return "complete";
  return open === 1 ? "hypergeometric" : "binomial mean over strata";
}
