import { quoteName, quoteText, type Engine } from "../engines/duckdb.ts";
import type { Programme, Release } from "../programme.ts";
import type { Contract } from "../records/contract.ts";
import { countVerdicts, idsOf } from "../records/count.ts";
import { markRepeats } from "../records/duplicates.ts";
import { givenName } from "../records/field-sql.ts";
import { groupFiles, type FileGroup, type PlannedFile } from "../records/group.ts";
import { sqlGiven } from "../records/group-sql.ts";
import { checkColumns, createKindTable, loadGroup } from "../records/load.ts";
import { planFiles } from "../records/plan-files.ts";
import { FileFault, withoutText } from "../records/problems.ts";
import { assertNoOverlap, findSubmissions, type SubmissionFile } from "../records/submissions.ts";
import { pathColumn } from "../records/read-sql.ts";
import { samplingProblems } from "./problems.ts";
import { sqlStratum } from "./strata.ts";

/** The records that a release stands on, in the engine's table `frame`. */
export interface Frame {
  /** The files that they are from, by absolute path. */
  readonly files: ReadonlyMap<string, PlannedFile>;
  /** Rows of the kind that were accepted, those outside the release's months included. */
  readonly accepted: number;
}

interface Wanted {
  readonly programme: Programme;
  readonly contract: Contract;
  readonly release: Release;
  readonly kinds: readonly string[];
  readonly strata: readonly string[];
}

/**
 * Reads the accepted records of one kind into an engine of its own. The checks are those of a run;
 * but a run forgets each record's key, and here it is what the auditor finds the record by.
 * Makes the table `frame`: path, positions (the file's readable rows, from 0, that have its key),
 * partner, key, stratum, and `few`, true where fewer than 5 records share its quasi-identifiers.
 * @throws Problem where a file is refused or two speak of the same partner, kind and time
 */
export async function readFrame(engine: Engine, wanted: Wanted): Promise<Frame> {
  const { programme, contract, release, kinds } = wanted;
  const found = await findSubmissions(programme, kinds, release);
  const files = found.filter(({ kind }) => kind === contract.kind || kind === null);
  assertNoOverlap(files);
  const { planned, faults } = await planFiles(engine, programme, [contract], files, release);
  for (const file of files) if (file.problem) faults.set(file, new FileFault(file.problem));
  refuseFaults(files, faults);
  if (planned.length === 0) throw samplingProblems.emptyFrame(contract.kind, release.id);
  return withoutText(async () => {
    await createKindTable(engine, programme, contract);
    await engine.run("create table keys (path varchar, key varchar)");
    for (const group of groupFiles(planned)) {
      for (const [{ file }, fault] of await loadGroup(engine, programme, group)) {
        faults.set(file, fault);
      }
      refuseFaults(files, faults);
      await loadKeys(engine, group);
    }
    await markRepeats(engine, contract);
    const accepted = await judgeFiles(engine, wanted, planned);
    await makeFrame(engine, wanted, planned);
    return { files: new Map(planned.map((one) => [one.file.absolute, one])), accepted };
  });
}

function refuseFaults(
  files: readonly SubmissionFile[],
  faults: ReadonlyMap<SubmissionFile, FileFault>,
): void {
  const [first] = faults;
  if (first === undefined) return;
  const [{ path }, { message }] = first;
  throw samplingProblems.refusedFiles(faults.size, files.length, path, message);
}

/** Reads the same rows again for their keys, in the order of each file. */
async function loadKeys(engine: Engine, group: FileGroup): Promise<void> {
  const key = `cast(${givenName(group.contract.key)} as varchar)`;
  await engine.run(
    `insert into keys select ${quoteName(pathColumn)}, ${key} from (${sqlGiven(group)})`,
  );
}

async function judgeFiles(
  engine: Engine,
  { programme, contract }: Wanted,
  planned: readonly PlannedFile[],
): Promise<number> {
  const verdicts = [...(await countVerdicts(engine, programme, contract, planned))];
  const used = verdicts.map(([{ file }, verdict]) => {
    if (!(verdict instanceof FileFault))
      return { file: { ...file, partners: verdict.partners }, accepted: verdict.accepted };
    throw samplingProblems.refusedFiles(1, planned.length, file.path, verdict.message);
  });
  assertNoOverlap(used.map(({ file }) => file));
  return used.reduce((sum, { accepted }) => sum + accepted, 0);
}

/**
 * Joins the records that were checked with their keys, by both hashes of the key: a check of files
 * that tell the partner in a column does not keep the order of their rows.
 */
async function makeFrame(
  engine: Engine,
  { contract, programme, release, strata }: Wanted,
  planned: readonly PlannedFile[],
): Promise<void> {
  const dated = quoteName(contract.dated);
  const quasi = contract.quasiIdentifiers.map(quoteName).join(", ");
  const files = planned.map(({ file, firstId }) => {
    const end = firstId + idsOf(programme, file.partner);
    return `(${quoteText(file.absolute)}, ${firstId}, ${end})`;
  });
  await engine.run(`
    create table frame as
    with files(file, first_id, end_id) as (values ${files.join(", ")}),
    checked as (
      select * from ${quoteName(contract.kind)}
      join files on submission_id >= first_id and submission_id < end_id
      where ${quoteName(checkColumns.reason)} = 0
        and ${dated} >= date ${quoteText(`${programme.starts}-01`)}
        and ${dated} < date ${quoteText(release.cutOff)} + 1
    ),
    numbered as (
      select path, key, rowid - (min(rowid) over (partition by path)) as position from keys
    ),
    found as (
      select path, key, hash(key || '#') as half, list_sort(list(position)) as positions
      from numbered group by path, key
    )
    select file as path, positions, partner::varchar as partner, key,
      ${sqlStratum(contract, strata)} as stratum, count(*) over (partition by ${quasi}) < 5 as few,
      hash(key, partner) = ${quoteName(checkColumns.keyHash)} as same
    from checked left join found on path = file and half = ${quoteName(checkColumns.keyCheck)}`);
  const [row] = await engine.rows<{ n: number; lost: number }>(
    "select count(*) as n, count(*) filter (same is distinct from true) as lost from frame",
  );
  if (row!.lost > 0) throw new RangeError("a record has lost its key");
  if (row!.n === 0) throw samplingProblems.emptyFrame(contract.kind, release.id);
}
