import type { Steering } from "../release/schema/steering.ts";
import { comparePartners } from "./compare-partners.ts";
import { judgeIndicator } from "./judge-indicator.ts";
import { listAttention, type AttentionGround } from "./list-attention.ts";
import type { PeriodFrame } from "./periods.ts";

/** What the judgement of a release follows from: its own files, and no others. */
export type SteeringInput = Omit<AttentionGround, "health"> & PeriodFrame;

/**
 * What a restricted release says to those who steer. Pure: whoever has the release's files comes to
 * the same.
 */
export function steer(input: SteeringInput): Steering {
  const health = input.indicators.map((indicator) => judgeIndicator(indicator, input));
  return {
    health,
    comparison: input.indicators.flatMap((indicator) => comparePartners(indicator) ?? []),
    attention: listAttention({ ...input, health }),
  };
}
