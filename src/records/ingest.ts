import type { Engine } from "../engines/duckdb.ts";
import type { Programme } from "../programme.ts";
import { measureCompleteness } from "./completeness.ts";
import { listSubmitted, type Contract } from "./contract.ts";
import {
  countVerdicts,
  dropRows,
  keepAccepted,
  measureAnonymity,
  type FileCounts,
} from "./count.ts";
import { markRepeats } from "./duplicates.ts";
import { groupFiles, type PlannedFile } from "./group.ts";
import { createKindTable, loadGroup } from "./load.ts";
import { observe } from "./observe.ts";
import { planFiles } from "./plan-files.ts";
import { FileFault, withoutText } from "./problems.ts";
import {
  assertAddsUp,
  sumCounts,
  type Anonymity,
  type Completeness,
  type FileReport,
  type IngestReport,
} from "./report.ts";
import { createPartners, createSubmissions, type Outcome } from "./submission-tables.ts";
import { assertNoOverlap, findSubmissions, type SubmissionFile } from "./submissions.ts";

export interface IngestOptions {
  /** Reads only these files, as paths relative to the programme's folder. */
  readonly only?: readonly string[];
}

/**
 * Reads the submissions that belong to a release into the engine: a table for each record kind
 * with the accepted rows, `submissions` and `partners`. A file that cannot be used is refused in
 * the report and the others go on; nothing thrown or reported holds a value from a record.
 * @throws Problem where two files speak of the same partner, kind and time.
 */
export async function ingest(
  engine: Engine,
  programme: Programme,
  contracts: readonly Contract[],
  release: { readonly cutOff: string; readonly published: string },
  options: IngestOptions = {},
): Promise<IngestReport> {
  const submitted = listSubmitted(contracts);
  const kinds = submitted.map(({ kind }) => kind);
  const found = await findSubmissions(programme, kinds, release);
  const files = found.filter(({ path }) => options.only?.includes(path) ?? true);
  assertNoOverlap(files);
  const { planned, faults } = await planFiles(engine, programme, submitted, files, release);
  const outcomes = new Map<SubmissionFile, Outcome>(faults);
  const anonymity: Record<string, Anonymity> = {};
  const completeness: Completeness[] = [];
  for (const contract of submitted) {
    const own = planned.filter((one) => one.contract === contract);
    await withoutText(async () => {
      for (const [one, outcome] of await ingestKind(engine, programme, contract, own)) {
        outcomes.set(one.file, outcome);
      }
      anonymity[contract.kind] = await measureAnonymity(engine, contract);
      const loaded = own.filter((one) => !(outcomes.get(one.file) instanceof FileFault));
      completeness.push(...(await measureCompleteness(engine, programme, contract, loaded)));
    });
  }
  await createPartners(engine, programme);
  await createSubmissions(engine, programme, planned, outcomes);
  const reports = await Promise.all(
    files.map((file) => {
      const one = planned.find((candidate) => candidate.file === file);
      return describeFile(file, one, outcomes.get(file));
    }),
  );
  await observe(engine, contracts, {
    ...{ programme, cutOff: release.cutOff, files, kinds },
    read: planned.flatMap((one) => {
      const outcome = outcomes.get(one.file);
      return outcome === undefined || outcome instanceof FileFault ? [] : [{ ...one, outcome }];
    }),
  });
  return { files: reports, anonymity, completeness, totals: sumCounts(reports) };
}

async function ingestKind(
  engine: Engine,
  programme: Programme,
  contract: Contract,
  planned: readonly PlannedFile[],
): Promise<Map<PlannedFile, Outcome>> {
  await createKindTable(engine, programme, contract);
  const none = planned.filter(({ file }) => file.format === "none");
  const nothing = none.map((one) => [one, reportNothing(one)] as const);
  if (planned.length === none.length) {
    await keepAccepted(engine, contract);
    return new Map(nothing);
  }
  const faults = new Map<PlannedFile, FileFault>();
  for (const group of groupFiles(planned.filter((one) => !none.includes(one)))) {
    for (const [one, fault] of await loadGroup(engine, programme, group)) faults.set(one, fault);
  }
  const loaded = planned.filter((one) => !faults.has(one) && !none.includes(one));
  await markRepeats(engine, contract);
  const outcomes = new Map<PlannedFile, Outcome>([...faults, ...nothing]);
  for (const [one, counts] of await countVerdicts(engine, programme, contract, loaded)) {
    outcomes.set(one, counts);
    if (counts instanceof FileFault) await dropRows(engine, programme, one);
  }
  await keepAccepted(engine, contract);
  return outcomes;
}

/** The partner has spoken of the period, and has nothing to report. */
function reportNothing({ file }: PlannedFile): FileCounts {
  return {
    ...{ received: 0, accepted: 0, quarantined: 0, duplicates: 0, reasons: [] },
    ...{ partners: [file.partner!], byPartner: new Map() },
  };
}

async function describeFile(
  file: SubmissionFile,
  planned: PlannedFile | undefined,
  outcome: Outcome | undefined,
): Promise<FileReport> {
  const fault = outcome instanceof FileFault ? outcome : undefined;
  const counts = outcome instanceof FileFault ? undefined : outcome;
  const problem = file.problem ?? fault?.message;
  const reasons = counts ? [...counts.reasons] : [];
  const report: FileReport = {
    file: file.path,
    kind: file.kind,
    partner: file.partner,
    period: file.period,
    receivedOn: file.received,
    partners: [...(counts?.byPartner ?? [])].map(([partner, own]) => ({ partner, ...own })),
    sha256: (await planned?.facts.sha256) ?? null,
    bytes: file.bytes,
    state: problem === undefined ? file.state : "refused",
    received: counts?.received ?? 0,
    accepted: counts?.accepted ?? 0,
    quarantined: counts?.quarantined ?? 0,
    duplicates: counts?.duplicates ?? 0,
    reasons,
    mapped: planned?.named !== undefined,
    notRecorded: [...(planned?.plan.notRecorded ?? [])],
    ...(problem === undefined ? {} : { problem }),
    guarded: fault?.guard ?? reasons.some(({ rule }) => rule === "direct_identifier"),
  };
  assertAddsUp(report);
  return report;
}
