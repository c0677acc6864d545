import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Engine, quoteText } from "../../src/engines/duckdb.ts";
import type { Contract } from "../../src/records/contract.ts";
import { checkFiles, type CheckedFile, type Value } from "./accept.ts";
import { loadFacts, loadRecords } from "./load.ts";
import {
  keepNewest,
  listNotRecorded,
  listSubmitted,
  mappingOf,
  readProgrammeText,
  readRows,
} from "./submitted.ts";

/** Another office: it holds the accepted records of a release and nothing that Plumbline made. */
export interface Office {
  readonly engine: Engine;
  readonly files: readonly CheckedFile[];
}

/** A figure as a second SQL text gives it. */
export interface OwnFigure {
  readonly statistic: string;
  readonly value: Value;
  readonly n: Value;
}

/** Reads the submissions of the programme's newest release; close its engine. */
export async function openOffice(folder: string, contracts: readonly Contract[]): Promise<Office> {
  const programme = await readProgrammeText(folder);
  const { cut_off: cutOff, published } = programme.releases.at(-1)!;
  const received = await listSubmitted(folder, published);
  const newest = keepNewest(received);
  const { currency } = programme.programme;
  const files: CheckedFile[] = [];
  const engine = await Engine.open();
  await engine.run("create schema everybody; set variable asked = null::varchar");
  const scratch = await mkdtemp(join(tmpdir(), "plumbline-office-"));
  try {
    for (const contract of contracts.filter(({ observed }) => observed !== true)) {
      const own = newest.filter(({ kind }) => kind === contract.kind);
      const read = own.map(async (file) => {
        const mapping = mappingOf(programme, file);
        const rows = await readRows(folder, file, mapping, Object.keys(contract.fields));
        const mapped = mapping !== undefined;
        return { file, mapped, notRecorded: listNotRecorded(mapping), rows };
      });
      const checked = checkFiles(contract, await Promise.all(read), { currency, published });
      await loadRecords(engine, join(scratch, `${contract.kind}.csv`), contract, checked, cutOff);
      files.push(...checked);
    }
  } finally {
    await rm(scratch, { recursive: true });
  }
  await loadFacts(engine, programme, { received, files }, cutOff);
  return { engine, files };
}

/** Runs the second SQL text of an indicator, over all records or those of one partner alone. */
export async function workOut(
  { engine }: Office,
  sql: string,
  partner: string | null = null,
): Promise<OwnFigure[]> {
  const only = partner === null ? "null::varchar" : quoteText(partner);
  await engine.run(`set variable asked = ${only}`);
  const rows = await engine.rows<OwnFigure>(sql);
  // Nothing divided by nothing is no number.
  return rows.map((row) => (Number.isNaN(row.value) ? { ...row, value: null } : row));
}
