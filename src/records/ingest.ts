import { quoteText, type Engine } from "../engines/duckdb.ts";
import { Problem } from "../problem.ts";
import type { Programme } from "../programme.ts";
import type { Contract } from "./contract.ts";
import {
  countVerdicts,
  dropRows,
  idsOf,
  keepAccepted,
  measureAnonymity,
  type FileCounts,
} from "./count.ts";
import { markRepeats } from "./duplicates.ts";
import { judgeExpression, type ExpressionVerdict } from "./expressions.ts";
import { groupFiles, type PlannedFile } from "./group.ts";
import { sqlPartnerType } from "./group-sql.ts";
import { inspectFile } from "./inspect-file.ts";
import { createKindTable, loadGroup } from "./load.ts";
import { planColumns, type NamedMapping } from "./mapping.ts";
import { FileFault, refused } from "./problems.ts";
import {
  assertAddsUp,
  sumCounts,
  type Anonymity,
  type FileReport,
  type IngestReport,
} from "./report.ts";
import { assertNoOverlap, findSubmissions, type SubmissionFile } from "./submissions.ts";

export interface IngestOptions {
  /** Reads only these files, as paths relative to the programme's folder. */
  readonly only?: readonly string[];
}

type Outcome = FileCounts | FileFault;

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
  const kinds = contracts.map(({ kind }) => kind);
  const found = await findSubmissions(programme, kinds, release);
  const files = found.filter(({ path }) => options.only?.includes(path) ?? true);
  assertNoOverlap(files);
  const { planned, faults } = await planFiles(engine, programme, contracts, files, release);
  const outcomes = new Map<SubmissionFile, Outcome>(faults);
  const anonymity: Record<string, Anonymity> = {};
  for (const contract of contracts) {
    const own = planned.filter((one) => one.contract === contract);
    for (const [one, outcome] of await ingestKind(engine, programme, contract, own)) {
      outcomes.set(one.file, outcome);
    }
    anonymity[contract.kind] = await measureAnonymity(engine, contract);
  }
  await createPartners(engine, programme);
  await createSubmissions(engine, programme, planned, outcomes);
  const reports = files.map((file) => {
    const one = planned.find((candidate) => candidate.file === file);
    return describeFile(file, one, outcomes.get(file));
  });
  return { files: reports, anonymity, totals: sumCounts(reports) };
}

/** Looks at each file and decides how to read it, or why not. */
async function planFiles(
  engine: Engine,
  programme: Programme,
  contracts: readonly Contract[],
  files: readonly SubmissionFile[],
  release: { readonly published: string },
): Promise<{ planned: PlannedFile[]; faults: Map<SubmissionFile, FileFault> }> {
  const mappings = await judgeMappings(engine, programme);
  const planned: PlannedFile[] = [];
  const faults = new Map<SubmissionFile, FileFault>();
  let firstId = 1;
  for (const file of files.filter(({ state }) => state === "used")) {
    const contract = contracts.find(({ kind }) => kind === file.kind)!;
    const named = file.mapping === null ? undefined : mappings.get(file.mapping);
    try {
      const facts = await inspectFile(engine, file, named?.mapping);
      const plan = planColumns(contract, facts.columns, named, file.partner === null);
      const lastDay = file.received ?? file.period!.to;
      const asOf = lastDay < release.published ? lastDay : release.published;
      planned.push({ file, contract, facts, plan, named, firstId, asOf });
      firstId += idsOf(programme, file.partner);
    } catch (error) {
      faults.set(file, asFault(error));
    }
  }
  return { planned, faults };
}

function asFault(error: unknown): FileFault {
  if (error instanceof Problem) throw error;
  return error instanceof FileFault ? error : new FileFault(refused.unreadable());
}

async function judgeMappings(
  engine: Engine,
  programme: Programme,
): Promise<Map<string, NamedMapping>> {
  const mappings = new Map<string, NamedMapping>();
  for (const [name, mapping] of Object.entries(programme.mappings)) {
    const verdicts = new Map<string, ExpressionVerdict>();
    for (const origin of Object.values(mapping.columns)) {
      if (typeof origin === "string" || !("sql" in origin)) continue;
      verdicts.set(origin.sql, await judgeExpression(engine, origin.sql));
    }
    mappings.set(name, { name, mapping, verdicts });
  }
  return mappings;
}

async function ingestKind(
  engine: Engine,
  programme: Programme,
  contract: Contract,
  planned: readonly PlannedFile[],
): Promise<Map<PlannedFile, Outcome>> {
  await createKindTable(engine, programme, contract);
  const faults = new Map<PlannedFile, FileFault>();
  for (const group of groupFiles(planned)) {
    for (const [one, fault] of await loadGroup(engine, programme, group)) faults.set(one, fault);
  }
  const loaded = planned.filter((one) => !faults.has(one));
  await markRepeats(engine, contract);
  const outcomes = new Map<PlannedFile, Outcome>(faults);
  for (const [one, counts] of await countVerdicts(engine, programme, contract, loaded)) {
    outcomes.set(one, counts);
    if (counts instanceof FileFault) await dropRows(engine, programme, one);
  }
  await keepAccepted(engine, contract);
  return outcomes;
}

async function createPartners(engine: Engine, programme: Programme): Promise<void> {
  const type = sqlPartnerType(programme);
  await engine.run(`create table partners (partner ${type}, name varchar, sector varchar,
    region varchar)`);
  const rows = programme.partners.map(({ id, name, sector, region }) => {
    return `(${[id, name, sector, region].map(quoteText).join(", ")})`;
  });
  await engine.run(`insert into partners values ${rows.join(", ")}`);
}

/** One row for each file in use and each partner that it has rows from. */
async function createSubmissions(
  engine: Engine,
  programme: Programme,
  planned: readonly PlannedFile[],
  outcomes: ReadonlyMap<SubmissionFile, Outcome>,
): Promise<void> {
  const type = sqlPartnerType(programme);
  await engine.run(`create table submissions (submission_id integer, kind varchar,
    partner ${type}, period_from date, period_to date, received_on date, as_of date,
    not_recorded varchar[])`);
  const used = planned.flatMap((one) => {
    const outcome = outcomes.get(one.file);
    return outcome === undefined || outcome instanceof FileFault
      ? []
      : [{ ...one, partners: outcome.partners }];
  });
  assertNoOverlap(used.map(({ file, partners }) => ({ ...file, partners })));
  const rows = used.flatMap((one) =>
    one.partners.map((partner) => sqlSubmission(programme, one, partner)),
  );
  if (rows.length > 0) await engine.run(`insert into submissions values ${rows.join(", ")}`);
}

function sqlSubmission(programme: Programme, one: PlannedFile, partner: string): string {
  const { file, firstId, asOf, plan } = one;
  const index = programme.partners.findIndex(({ id }) => id === partner);
  const notRecorded = plan.notRecorded.map(quoteText).join(", ");
  const values = [
    firstId + (file.partner === null ? index : 0),
    quoteText(file.kind!),
    quoteText(partner),
    quoteText(file.period!.from),
    quoteText(file.period!.to),
    file.received === null ? "null" : quoteText(file.received),
    quoteText(asOf),
    `[${notRecorded}]::varchar[]`,
  ];
  return `(${values.join(", ")})`;
}

function describeFile(
  file: SubmissionFile,
  planned: PlannedFile | undefined,
  outcome: Outcome | undefined,
): FileReport {
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
    sha256: planned?.facts.sha256 ?? null,
    bytes: file.bytes,
    state: problem === undefined ? file.state : "refused",
    received: counts?.received ?? 0,
    accepted: counts?.accepted ?? 0,
    quarantined: counts?.quarantined ?? 0,
    duplicates: counts?.duplicates ?? 0,
    reasons,
    mapped: planned?.named !== undefined,
    ...(problem === undefined ? {} : { problem }),
    guarded: fault?.guard ?? reasons.some(({ rule }) => rule === "direct_identifier"),
  };
  assertAddsUp(report);
  return report;
}
