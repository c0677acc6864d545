import { reachOf } from "../audit/reach.ts";
import { Touched } from "../audit/touched.ts";
import type { IndicatorRows } from "../indicators/rows.ts";
import { listSubmitted } from "../records/contract.ts";
import type { FileReport } from "../records/report.ts";
import { measureDrift } from "./drift.ts";
import type { About, AnonymityOfKind, Definition, Figure, Intake } from "./schema.ts";
import { readExactTally } from "./tallies.ts";
import type { ExactRelease, Tier } from "./tier.ts";

/** What an indicator's figures are and rest on. */
export interface TracedIndicator {
  readonly definition: Definition;
  readonly rows: IndicatorRows;
  readonly figures: readonly Figure[];
}

/** The files for auditors alone, by name; none in a tier that shows none. */
export async function listAudit(
  exact: ExactRelease,
  tier: Tier,
  about: About,
  indicators: readonly TracedIndicator[],
): Promise<[path: string, content: unknown][]> {
  if (!tier.policy.shows.audit) return [];
  const { contracts } = exact.plan;
  const tallies = await Promise.all(
    tier.exact.map(async (table) => ({
      table,
      rows: (await readExactTally(exact.engine, table)).rows,
    })),
  );
  return [
    ["completeness.json", exact.ingest.completeness],
    ["anonymity.json", listAnonymity(exact)],
    ["intake.json", listIntake(exact, about, indicators)],
    ["drift.json", measureDrift(contracts, tallies, about)],
  ];
}

function listAnonymity({ ingest, plan }: ExactRelease): AnonymityOfKind[] {
  return listSubmitted(plan.contracts).flatMap(({ kind }) => {
    const files = ingest.files.filter((file) => file.kind === kind && file.state === "used");
    const measured = ingest.anonymity[kind];
    if (measured === undefined || files.length === 0) return [];
    const records = files.reduce((sum, { accepted }) => sum + accepted, 0);
    return [{ kind, records, ...measured }];
  });
}

/** Files that came after the release belong to a later one, and leave no mark on this one. */
function listIntake(
  { ingest, plan }: ExactRelease,
  about: About,
  indicators: readonly TracedIndicator[],
): Intake[] {
  const kindsOf = new Map(
    plan.indicators.map(({ id, text }) => [id, new Set<string>(text.tallies)] as const),
  );
  const traced = indicators.map(({ definition, rows, figures }) => ({
    ...{ id: definition.id, kinds: kindsOf.get(definition.id)! },
    touched: new Touched(rows, definition.breakdowns, figures),
  }));
  return ingest.files.flatMap((file): Intake[] => {
    const { state, kind, period } = file;
    if ((state !== "used" && state !== "replaced") || kind === null || period === null) return [];
    const described = { ...describeFile(file, kind, period), state };
    const touches = traced.flatMap(({ id, kinds, touched }) => {
      const reach = reachOf(described, kinds, about.release.cutOff);
      const figures = reach === undefined ? [] : touched.by(reach);
      return figures.length === 0 ? [] : [{ indicator: id, figures }];
    });
    return [{ ...described, touches }];
  });
}

function describeFile(
  file: FileReport,
  kind: string,
  period: NonNullable<FileReport["period"]>,
): Omit<Intake, "state" | "touches"> {
  const { received, accepted, quarantined, duplicates } = file;
  return {
    id: file.file.replace(/^submissions\//, "").replace(/\.(csv|ndjson|parquet)$/, ""),
    ...{ partner: file.partner, kind, period: { from: period.from, to: period.to } },
    ...{ received: file.receivedOn, sha256: file.sha256, bytes: file.bytes },
    rows: { received, accepted, quarantined, repeats: duplicates },
    reasons: file.reasons.map(({ rule, sentence, rows }) => ({ rule, sentence, rows })),
    partners: file.partners.map(({ duplicates: repeats, ...one }) => ({ ...one, repeats })),
    ...{ mapped: file.mapped, notRecorded: [...file.notRecorded] },
  };
}
