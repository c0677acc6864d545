import { z } from "zod";
import type { Certificate } from "../release/schema.ts";
import { verifyProblems } from "./problems.ts";

const policies = z
  .array(
    z.object({
      tier: z.string(),
      protection: z.object({
        base: z.object({ value: z.number() }),
        threshold: z.object({ value: z.number() }),
        amounts: z.object({ value: z.object({ pPercent: z.number().gt(0) }) }),
        bodies: z.object({ value: z.array(z.string()) }),
      }),
    }),
  )
  .min(1);

/**
 * How closely a reader may tell a hidden sum of money, in per cent.
 * @throws Problem (a fault) where it is not a policy
 */
export function readPercent(policy: unknown): number {
  const parsed = policies.safeParse(policy);
  if (!parsed.success) throw verifyProblems.notAsFormatSays("policy.json");
  return parsed.data.at(-1)!.protection.amounts.value.pPercent;
}

/**
 * Record kinds that the policy names as about no person.
 * @throws Problem (a fault) where it is not a policy
 */
export function readBodies(policy: unknown): string[] {
  const parsed = policies.safeParse(policy);
  if (!parsed.success) throw verifyProblems.notAsFormatSays("policy.json");
  return parsed.data.at(-1)!.protection.bodies.value;
}

/** Whether a printed policy is one for this tier, and asks for what was checked. */
export function checkPolicyFile(policy: unknown, { tier, base }: Certificate): string[] {
  const parsed = policies.safeParse(policy);
  if (!parsed.success) return ["policy.json is not a policy."];
  const own = parsed.data.at(-1)!;
  if (own.tier !== tier) return [`policy.json is not the policy of the tier ${tier}.`];
  if (own.protection.base.value !== base) {
    return ["The certificate was made for another base than the policy asks for."];
  }
  return base < 2 ? ["A base below 2 protects nothing."] : [];
}
