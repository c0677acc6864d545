import { quoteName, type Engine } from "../engines/duckdb.ts";
import type { Programme } from "../programme.ts";
import type { Contract } from "./contract.ts";
import type { PlannedFile } from "./group.ts";
import { checkColumns } from "./load.ts";
import { FileFault, refused } from "./problems.ts";
import { listReasons, repeatCode } from "./reasons.ts";
import type { Anonymity, Counts, ReasonReport } from "./report.ts";

/** What became of the rows of one file. */
export interface FileCounts extends Counts {
  readonly reasons: readonly ReasonReport[];
  /** The partners that its rows are from. */
  readonly partners: readonly string[];
  /** The rows of each partner; rows that say none belong to nobody. */
  readonly byPartner: ReadonlyMap<string, Omit<Counts, "received">>;
}

interface CountRow {
  readonly submission_id: number;
  readonly code: number;
  readonly n: number;
  readonly first_row: number;
}

/** Counts the verdicts on every row of a kind, file by file. */
export async function countVerdicts(
  engine: Engine,
  programme: Programme,
  contract: Contract,
  files: readonly PlannedFile[],
): Promise<Map<PlannedFile, FileCounts | FileFault>> {
  const rows = await engine.rows<CountRow>(
    `select submission_id, ${quoteName(checkColumns.reason)} as code, count(*) as n,
       min(rowid) as first_row
     from ${quoteName(contract.kind)} group by all order by all`,
  );
  return new Map(files.map((file) => [file, countFile(programme, contract, file, rows)]));
}

/** How many ids a file takes up: one, or one for each partner and one for rows without. */
export function idsOf(programme: Programme, partner: string | null): number {
  return partner === null ? programme.partners.length + 1 : 1;
}

function countFile(
  programme: Programme,
  contract: Contract,
  planned: PlannedFile,
  rows: readonly CountRow[],
): FileCounts | FileFault {
  const { file, facts, firstId } = planned;
  const ids = idsOf(programme, file.partner);
  const own = rows.filter(({ submission_id: id }) => id >= firstId && id < firstId + ids);
  const count = (wanted: (code: number) => boolean) =>
    own.filter(({ code }) => wanted(code)).reduce((total, { n }) => total + n, 0);
  const unread = facts.rows - count(() => true);
  if (unread < 0) return new FileFault(refused.count());
  const start = Math.min(...own.map((row) => row.first_row));
  const reasons = listReasons(contract)
    .map(({ code, rule, sentence }): ReasonReport => {
      const theirs = own.filter((row) => row.code === code);
      const first = Math.min(...theirs.map((row) => row.first_row));
      const seen = theirs.reduce((total, { n }) => total + n, 0);
      const firstRow = seen > 0 ? rowNumber(first - start + 1, facts.broken) : Infinity;
      if (rule !== "unreadable_line" || unread === 0)
        return { rule, sentence, rows: seen, firstRow };
      const firstBroken = facts.broken[0] ?? facts.rows - unread + 1;
      return { rule, sentence, rows: seen + unread, firstRow: Math.min(firstRow, firstBroken) };
    })
    .filter((reason) => reason.rows > 0);
  const present = new Set(own.map(({ submission_id: id }) => id - firstId));
  const names =
    file.partner === null
      ? programme.partners.map(({ id }) => id).filter((_, i) => present.has(i))
      : [file.partner];
  const countOf = (partner: string): Omit<Counts, "received"> => {
    const at = file.partner === null ? programme.partners.findIndex(({ id }) => id === partner) : 0;
    const theirs = own.filter(({ submission_id: id }) => id === firstId + at);
    const sum = (wanted: (code: number) => boolean) =>
      theirs.filter(({ code }) => wanted(code)).reduce((total, { n }) => total + n, 0);
    return {
      accepted: sum((code) => code === 0),
      duplicates: sum((code) => code === repeatCode),
      quarantined:
        sum((code) => code !== 0 && code !== repeatCode) + (file.partner === null ? 0 : unread),
    };
  };
  return {
    received: facts.rows,
    accepted: count((code) => code === 0),
    duplicates: count((code) => code === repeatCode),
    quarantined: count((code) => code !== 0 && code !== repeatCode) + unread,
    reasons,
    partners: names,
    byPartner: new Map(names.map((partner) => [partner, countOf(partner)])),
  };
}

/** The number of a row in its file, given its number among those that could be read. */
export function rowNumber(readable: number, broken: readonly number[]): number {
  let row = readable;
  for (const line of broken) if (line <= row) row += 1;
  return row;
}

/** Takes back the rows of a file that is refused after all. */
export async function dropRows(
  engine: Engine,
  programme: Programme,
  { contract, file, firstId }: PlannedFile,
): Promise<void> {
  const end = firstId + idsOf(programme, file.partner);
  await engine.run(
    `delete from ${quoteName(contract.kind)}
     where submission_id >= ${firstId} and submission_id < ${end}`,
  );
}

/** Leaves only accepted rows, with the columns that the tallies may see. */
export async function keepAccepted(engine: Engine, contract: Contract): Promise<void> {
  const table = quoteName(contract.kind);
  await engine.run(`delete from ${table} where ${quoteName(checkColumns.reason)} <> 0`);
  for (const column of Object.values(checkColumns)) {
    await engine.run(`alter table ${table} drop column ${quoteName(column)}`);
  }
}

/** How many accepted records share their quasi-identifiers with few others. */
export async function measureAnonymity(engine: Engine, contract: Contract): Promise<Anonymity> {
  const [row] = await engine.rows<{ smallest: number | null; few: number | null }>(
    `select min(n) as smallest, coalesce(sum(n) filter (n < 5), 0)::bigint as few from (
       select count(*) as n from ${quoteName(contract.kind)}
       group by ${contract.quasiIdentifiers.map(quoteName).join(", ")}
     )`,
  );
  return {
    quasiIdentifiers: [...contract.quasiIdentifiers],
    smallestGroup: row!.smallest,
    recordsInGroupsBelow5: row!.few ?? 0,
  };
}
