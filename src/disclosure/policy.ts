import { z } from "zod";
import {
  tiers,
  type Protection,
  type Rule,
  type TierPolicy,
} from "../../pipelines/4-disclosure/tiers.ts";
import { Problem } from "../problem.ts";
import { canonicalJson } from "../proof/canonical.ts";
import { digestJson } from "../proof/digest-json.ts";
import type { TierName } from "../release/schema.ts";

/** The rules of a tier as they are shown to its readers, in the order of the policy. */
export function listRules({
  protection,
}: TierPolicy): { name: string; words: string; source: string }[] {
  if (protection === null) {
    return [
      {
        name: "exact tallies",
        words: "Nothing is rounded or hidden. No record is shown; a tally can still tell of one.",
        source: "Our own choice: who checks a number needs the number.",
      },
    ];
  }
  return Object.entries(names).map(([key, name]) => {
    const { words, source } = protection[key as keyof typeof names] as Rule<unknown>;
    return { name, words, source };
  });
}

const names = {
  base: "rounding",
  threshold: "few cases",
  shares: "shares",
  percentiles: "percentiles",
  scores: "scores of forecasts",
  bands: "bands",
  amounts: "sums of money",
  bodies: "what is about no person",
  changes: "changes over releases",
} as const satisfies Partial<Record<keyof Protection, string>>;

/** The policies that decide a tier: those that it is made from, and its own at the end. */
export function listPolicies(policy: TierPolicy): TierPolicy[] {
  return listChain(policy.tier).map((tier) => tiers[tier]);
}

/** SHA-256 of the policies that decide a tier, as canonical JSON. */
export function digestPolicy(policy: TierPolicy): string {
  return digestJson(listPolicies(policy));
}

/** The tiers that a tier is made from, the exact one left out, and the tier itself at the end. */
export function listChain(tier: TierName, known: typeof tiers = tiers): TierName[] {
  const chain: TierName[] = [];
  for (let at: TierName | null = tier; at !== null; at = known[at].protection?.from ?? null) {
    if (chain.includes(at)) throw policyFault(tier, "is made from itself");
    chain.unshift(at);
  }
  return chain;
}

const rule = <T extends z.ZodType>(value: T) =>
  z.object({ value, words: z.string().min(1), source: z.string().min(1) });
const ascending = z
  .array(z.int().min(1))
  .min(1)
  .refine((edges) => edges.every((edge, at) => at === 0 || edge > edges[at - 1]!));
const least = z.int().min(2);

const protection = z.object({
  from: z.enum(["public", "sponsor", "auditor"]).nullable(),
  base: rule(least),
  threshold: rule(least),
  bands: rule(z.object({ minutes: ascending, days: ascending, percent: z.int().min(1).max(50) })),
  shares: rule(z.object({ least, whole: least, tenths: least })),
  percentiles: rule(z.object({ median: least, p90: least, eachSide: least })),
  scores: rule(z.object({ eachOutcome: least, decimals: z.int().min(0).max(6) })),
  amounts: rule(
    z.object({
      cases: least,
      pPercent: z.number().gt(0).lte(100),
      dominance: z.object({ largest: z.int().min(1), percent: z.number().gt(0).lt(100) }),
    }),
  ),
  bodies: rule(z.array(z.string().regex(/^[a-z_]+$/))),
  changes: rule(least),
});

/**
 * Refuses a policy with a hole: a tier or rule that is missing, a threshold or base of 0 or 1, a
 * rule without words or source, a tier that is made from itself or with other bands, a public tier
 * that shows what is for those who steer, a protected tier that shows what is for auditors.
 * @throws Problem that names the tier and the rule
 */
export function checkPolicy(known: typeof tiers = tiers): void {
  const names = ["public", "sponsor", "auditor"] as const;
  for (const tier of names) {
    const policy = known[tier] as TierPolicy | undefined;
    if (policy?.tier !== tier) throw policyFault(tier, "has no entry of its name");
    const { shows } = policy as { shows?: Partial<TierPolicy["shows"]> };
    if (typeof shows?.steering !== "boolean") {
      throw policyFault(tier, "does not say whether it shows what is for steering");
    }
    if (typeof policy.shows.audit !== "boolean") {
      throw policyFault(tier, "does not say whether it shows what is for auditors");
    }
    if (policy.shows.audit && policy.protection !== null) {
      throw policyFault(tier, "shows what is for auditors, and is protected");
    }
  }
  if (known.public.shows.steering) throw policyFault("public", "shows what is for steering");
  for (const tier of names) {
    const policy = known[tier];
    if (policy.protection === null) {
      if (tier === "public") throw policyFault(tier, "has no protection");
      continue;
    }
    const parsed = protection.safeParse(policy.protection);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw policyFault(tier, `has no usable ${issue!.path.join(".")}`);
    }
    const { from, base, threshold } = policy.protection;
    if (threshold.value < base.value) throw policyFault(tier, "has a threshold below its base");
    if (from === null) continue;
    listChain(tier, known);
    const source = known[from].protection;
    if (source === null || base.value % source.base.value !== 0) {
      throw policyFault(tier, `has a base that is no multiple of the base of ${from}`);
    }
    if (canonicalJson(source.bodies.value) !== canonicalJson(policy.protection.bodies.value)) {
      throw policyFault(tier, `names other kinds that are about no person than ${from}`);
    }
    if (canonicalJson(source.bands.value) !== canonicalJson(policy.protection.bands.value)) {
      throw policyFault(tier, `has other bands than ${from}`);
    }
  }
}

function policyFault(tier: string, fault: string): Problem {
  return new Problem(
    "policy",
    `The tier ${tier} ${fault}.`,
    "Mend pipelines/4-disclosure/tiers.ts; nothing is made until it is whole.",
  );
}
