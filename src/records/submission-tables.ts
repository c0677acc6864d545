import { quoteText, type Engine } from "../engines/duckdb.ts";
import type { Programme } from "../programme.ts";
import type { FileCounts } from "./count.ts";
import type { PlannedFile } from "./group.ts";
import { sqlPartnerType } from "./group-sql.ts";
import { FileFault } from "./problems.ts";
import { assertNoOverlap, type SubmissionFile } from "./submissions.ts";

/** What came of reading a file. */
export type Outcome = FileCounts | FileFault;

/** `partners`: who they are, for the tallies to join. */
export async function createPartners(engine: Engine, programme: Programme): Promise<void> {
  const type = sqlPartnerType(programme);
  await engine.run(`create table partners (partner ${type}, name varchar, sector varchar,
    region varchar)`);
  const rows = programme.partners.map(({ id, name, sector, region }) => {
    return `(${[id, name, sector, region].map(quoteText).join(", ")})`;
  });
  await engine.run(`insert into partners values ${rows.join(", ")}`);
}

/** One row for each file in use and each partner that it has rows from. */
export async function createSubmissions(
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
