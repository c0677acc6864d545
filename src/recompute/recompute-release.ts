import { createHash } from "node:crypto";
import { formatRows } from "../release/rows-schema.ts";
import type { TierName } from "../release/schema.ts";
import { readFolder } from "../trust/disk.ts";
import { checkIndicator, type CheckedIndicator, type RecomputeFault } from "./check-indicator.ts";
import { checkAudit } from "./check-audit.ts";
import { checkSteering } from "./check-steering.ts";
import type { Difference, NotRecomputed } from "./compare-figures.ts";
import { readPublished, type PublishedIndicator, type PublishedRelease } from "./read-published.ts";
import { recomputeRows, type RowsOutcome } from "./recompute-rows.ts";

/** What came of working out every figure of a release again. */
export interface Recomputation {
  readonly release: string;
  readonly tier: TierName;
  /** Figures that the release publishes. */
  readonly figures: number;
  /** Figures that come out as published, from the published tallies. */
  readonly agreed: number;
  readonly differing: readonly Difference[];
  readonly notRecomputable: readonly NotRecomputed[];
  readonly faults: readonly RecomputeFault[];
}

/**
 * Works out every figure of a release again from its own published tallies: runs each indicator's
 * published SQL on them, compares what it gives with `rows.json`, and figures, curves and headlines
 * with what follows from it. Says nothing of whether the tallies are true, or the files unchanged.
 * @param folder `releases/<id>/<tier>`, whoever it is from
 * @throws Problem when it is no release, or a file is not what FORMAT.md says
 */
export async function recomputeRelease(folder: string): Promise<Recomputation> {
  return recomputePublished(await readPublished(folder, readFolder(folder)));
}

/** The same, of a release that has been read. */
export async function recomputePublished(release: PublishedRelease): Promise<Recomputation> {
  const outcomes = await recomputeRows(release);
  const parts = release.indicators.map((indicator, at) => check(release, indicator, outcomes[at]!));
  return {
    release: release.about.release.id,
    tier: release.about.tier,
    figures: release.indicators.reduce((sum, { figures }) => sum + figures.length, 0),
    agreed: parts.reduce((sum, { agreed }) => sum + agreed, 0),
    differing: parts.flatMap(({ differing }) => differing),
    notRecomputable: parts.flatMap(({ notRecomputable }) => notRecomputable),
    faults: [
      ...parts.flatMap(({ faults }) => faults),
      ...checkSteering(release),
      ...checkAudit(release),
    ],
  };
}

/** Whether a recomputation found nothing that is not as published. */
export function isAsPublished({
  differing,
  faults,
}: {
  readonly differing: readonly unknown[];
  readonly faults: readonly unknown[];
}): boolean {
  return differing.length === 0 && faults.length === 0;
}

/** From the tallies where the SQL runs; else from the published rows, with a fault. */
function check(
  { policy, errors, certificate, about, headlines }: PublishedRelease,
  indicator: PublishedIndicator,
  outcome: RowsOutcome,
): CheckedIndicator {
  const { definition, figures, curves } = indicator;
  const rows = "rows" in outcome ? outcome.rows : indicator.rows;
  const checked = checkIndicator(
    {
      definition,
      rows,
      policy,
      edges: certificate?.edges,
      errors,
      amounts: certificate?.amounts ?? [],
    },
    {
      ...{ figures, curves, labels: about.labels },
      headline: headlines.find((one) => one.indicator === definition.id),
    },
  );
  return { ...checked, faults: [...listFaults(indicator, outcome), ...checked.faults] };
}

function listFaults(
  { definition, rows }: PublishedIndicator,
  outcome: RowsOutcome,
): RecomputeFault[] {
  const { id, sql, sqlSha256, tallies } = definition;
  const fault = (file: string, sentence: string): RecomputeFault => ({
    ...{ indicator: id, file: `indicators/${id}/${file}`, sentence },
  });
  const texts = [{ sql, sha256: sqlSha256 }, ...tallies];
  const faults = texts.some((text) => digest(text.sql) !== text.sha256)
    ? [fault("definition.json", "A digest of its SQL is not that of the SQL.")]
    : [];
  if ("fault" in outcome) return [...faults, fault("definition.json", outcome.fault)];
  return formatRows(id, outcome.rows) === formatRows(id, rows)
    ? faults
    : [
        ...faults,
        fault("rows.json", "The rows are not what its SQL gives on the published tallies."),
      ];
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
