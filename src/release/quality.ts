import type { TierPolicy } from "../../pipelines/4-disclosure/tiers.ts";
import { protectCount } from "../disclosure/protect.ts";
import type { FileReport } from "../records/report.ts";
import type { Quality } from "./schema.ts";

/** What became of the rows received: per kind, and per kind and partner. */
export function summariseQuality(
  policy: TierPolicy,
  kinds: readonly string[],
  reports: readonly FileReport[],
): Quality[] {
  const used = reports.filter((file) => file.state === "used");
  return kinds.flatMap((kind) => {
    const files = used.filter((file) => file.kind === kind);
    if (files.length === 0) return [];
    const partners = [...new Set(files.map((file) => file.partner))].filter((id) => id !== null);
    return [
      summarise(policy, kind, null, files),
      ...partners.sort().map((partner) =>
        summarise(
          policy,
          kind,
          partner,
          files.filter((file) => file.partner === partner),
        ),
      ),
    ];
  });
}

function summarise(
  policy: TierPolicy,
  kind: string,
  partner: string | null,
  files: readonly FileReport[],
): Quality {
  const total = (of: "received" | "accepted" | "quarantined" | "duplicates"): number =>
    files.reduce((sum, file) => sum + file[of], 0);
  const quarantined = protectCount(policy, total("quarantined"));
  const repeats = protectCount(policy, total("duplicates"));
  const received = protectCount(policy, total("received"));
  const hides = [quarantined, repeats].some((count) => count.status === "hidden");
  const days = files.map((file) => file.receivedOn).filter((day) => day !== null);
  return {
    kind,
    partner,
    // Received less accepted would give a hidden count away.
    received: hides ? { status: "hidden", value: null } : received,
    accepted: protectCount(policy, total("accepted")),
    quarantined,
    repeats,
    reasons: partner === null ? countReasons(policy, files) : [],
    lastReceived: days.sort().at(-1) ?? null,
  };
}

function countReasons(policy: TierPolicy, files: readonly FileReport[]): Quality["reasons"] {
  const reasons = new Map<string, { sentence: string; rows: number }>();
  for (const { rule, sentence, rows } of files.flatMap((file) => file.reasons)) {
    reasons.set(rule, { sentence, rows: (reasons.get(rule)?.rows ?? 0) + rows });
  }
  return [...reasons]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, { sentence, rows }]) => ({ rule, sentence, rows: protectCount(policy, rows) }));
}
