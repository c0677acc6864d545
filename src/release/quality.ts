import type { TierPolicy } from "../../pipelines/4-disclosure/tiers.ts";
import { isExactKind } from "../disclosure/figure-rules.ts";
import {
  protectCount,
  roundDownCount,
  withheldCount,
  type DisclosedCount,
} from "../disclosure/protect.ts";
import type { FileReport } from "../records/report.ts";
import { isToldByDeliveries, type RefusedRows, type Refusal } from "./refused-rows.ts";
import type { Quality } from "./schema.ts";
import type { ExactRelease, Tier } from "./tier.ts";

/**
 * What became of the rows received: per kind, and per kind and partner. In a protected tier the
 * rows accepted are those counted in its own tallies, so that they tell nothing beyond them. Rows
 * refused and repeats are in no tally by kind: of a partner's nothing is said, and of all partners'
 * only where the tally of all kinds together (`deliveries`) does not tell the more of them.
 */
export function summariseQuality({ ingest, plan }: ExactRelease, tier: Tier): Quality[] {
  const used = ingest.files.filter((file) => file.state === "used");
  const kinds = plan.contracts.flatMap(({ kind }) => {
    const files = used.filter((file) => file.kind === kind);
    return files.length === 0 ? [] : [{ kind, files, exact: isExactKind(tier.policy, kind) }];
  });
  const refused = kinds.map(({ files, exact }): RefusedRows => ({
    exact,
    quarantined: total(files, "quarantined"),
    repeats: total(files, "duplicates"),
  }));
  const kept = {
    quarantined: isToldByDeliveries(refused, "quarantined", tier),
    repeats: isToldByDeliveries(refused, "repeats", tier),
  };
  return kinds.flatMap(({ kind, files, exact }) => {
    const partners = [...new Set(files.map((file) => file.partner))].filter((id) => id !== null);
    const policy = exact ? exactPolicy : tier.policy;
    return [null, ...partners.sort()].map((partner) => {
      const own = files.filter((file) => partner === null || file.partner === partner);
      const tallied = countTallied(tier, kind, partner);
      const withheld = policy.protection === null ? none : partner === null ? kept : all;
      return summarise(policy, { kind, partner, files: own, tallied, withheld });
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

type Counted = "received" | "accepted" | "quarantined" | "duplicates";

function total(files: readonly FileReport[], of: Counted): number {
  return files.reduce((sum, file) => sum + file[of], 0);
}

type Withheld = Readonly<Record<Refusal, boolean>>;

const none: Withheld = { quarantined: false, repeats: false };
const all: Withheld = { quarantined: true, repeats: true };

interface Rows {
  readonly kind: string;
  readonly partner: string | null;
  readonly files: readonly FileReport[];
  readonly tallied: number | undefined;
  readonly withheld: Withheld;
}

function summarise(
  policy: Pick<TierPolicy, "protection">,
  { kind, partner, files, tallied, withheld }: Rows,
): Quality {
  const roundDown = (of: Counted): DisclosedCount => roundDownCount(policy, total(files, of));
  const quarantined = withheld.quarantined ? withheldCount : roundDown("quarantined");
  const repeats = withheld.repeats ? withheldCount : roundDown("duplicates");
  const accepted = protectCount(policy, tallied ?? total(files, "accepted"));
  const parts = [accepted, quarantined, repeats].reduce((sum, { value }) => sum + (value ?? 0), 0);
  const received = protectCount(policy, tallied === undefined ? total(files, "received") : parts);
  return {
    ...{ kind, partner, accepted, quarantined, repeats },
    received: withheld.quarantined ? withheldCount : received,
    reasons: partner === null && !withheld.quarantined ? countReasons(policy, files) : [],
    lastReceived: lastDay(files),
  };
}

function lastDay(files: readonly FileReport[]): string | null {
  const days = files.map((file) => file.receivedOn).filter((day) => day !== null);
  return days.sort().at(-1) ?? null;
}

/** In a protected tier only reasons with as many rows as its base: that there is one is a count too. */
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
    .map(([rule, { sentence, rows }]) => ({ rule, sentence, rows: roundDownCount(policy, rows) }))
    .filter(({ rows }) => rows.value !== null);
}
