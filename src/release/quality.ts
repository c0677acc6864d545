import type { TierPolicy } from "../../pipelines/4-disclosure/tiers.ts";
import { isExactKind } from "../disclosure/figure-rules.ts";
import { protectCount } from "../disclosure/protect.ts";
import type { FileReport } from "../records/report.ts";
import type { Quality } from "./schema.ts";
import type { ExactRelease, Tier } from "./tier.ts";

/**
 * What became of the rows received: per kind, and per kind and partner. In a protected tier the
 * rows accepted are those counted in its own tallies, so that they tell nothing beyond them.
 */
export function summariseQuality({ ingest, plan }: ExactRelease, tier: Tier): Quality[] {
  const used = ingest.files.filter((file) => file.state === "used");
  return plan.contracts.flatMap(({ kind }) => {
    const files = used.filter((file) => file.kind === kind);
    if (files.length === 0) return [];
    const partners = [...new Set(files.map((file) => file.partner))].filter((id) => id !== null);
    return [null, ...partners.sort()].map((partner) => {
      const own = files.filter((file) => partner === null || file.partner === partner);
      const policy = isExactKind(tier.policy, kind) ? exactPolicy : tier.policy;
      return summarise(policy, kind, partner, own, countTallied(tier, kind, partner));
    });
  });
}

/** Cases of a kind in the tier's tallies; undefined where the tier is exact. */
function countTallied({ tallies }: Tier, kind: string, partner: string | null): number | undefined {
  const counted = tallies?.tables.find(({ table }) => table.kind === kind);
  if (counted === undefined) return undefined;
  const at = counted.table.labels.indexOf("partner");
  return counted.rows
    .filter(({ labels }) => partner === null || labels[at] === partner)
    .reduce((sum, { count }) => sum + count, 0);
}

const exactPolicy = { protection: null };

function summarise(
  policy: Pick<TierPolicy, "protection">,
  kind: string,
  partner: string | null,
  files: readonly FileReport[],
  tallied: number | undefined,
): Quality {
  const total = (of: "received" | "accepted" | "quarantined" | "duplicates"): number =>
    files.reduce((sum, file) => sum + file[of], 0);
  const quarantined = protectCount(policy, total("quarantined"));
  const repeats = protectCount(policy, total("duplicates"));
  const accepted = protectCount(policy, tallied ?? total("accepted"));
  const parts = [accepted, quarantined, repeats].reduce((sum, { value }) => sum + (value ?? 0), 0);
  const days = files.map((file) => file.receivedOn).filter((day) => day !== null);
  return {
    ...{ kind, partner, accepted, quarantined, repeats },
    received: protectCount(policy, tallied === undefined ? total("received") : parts),
    reasons: partner === null ? countReasons(policy, files) : [],
    lastReceived: days.sort().at(-1) ?? null,
  };
}

function countReasons(
  policy: Pick<TierPolicy, "protection">,
  files: readonly FileReport[],
): Quality["reasons"] {
  const reasons = new Map<string, { sentence: string; rows: number }>();
  for (const { rule, sentence, rows } of files.flatMap((file) => file.reasons)) {
    reasons.set(rule, { sentence, rows: (reasons.get(rule)?.rows ?? 0) + rows });
  }
  return [...reasons]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, { sentence, rows }]) => ({ rule, sentence, rows: protectCount(policy, rows) }));
}
