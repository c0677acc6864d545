import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../make-folder.ts";
import { quoteName } from "../engines/duckdb.ts";
import { formatJson } from "../release/write.ts";
import type { RowTable } from "../tallies/tier-engine.ts";
import { describeDefinition } from "./describe-definition.ts";
import { describeReport } from "./describe-report.ts";
import { recomputeProblems } from "./problems.ts";
import type { PublishedRelease } from "./read-published.ts";
import { listTables } from "./recompute-rows.ts";
import type { RecomputeReport } from "./report.ts";

/**
 * Writes what an auditor needs to work figures out with other tools: tallies, SQL, definitions in
 * words, the figures to come to, and the report.
 * @param folder the release
 * @throws Problem when the folder for it is not new or empty
 */
export async function writeWorkingPapers(
  folder: string,
  out: string,
  { release, report }: { readonly release: PublishedRelease; readonly report: RecomputeReport },
): Promise<void> {
  await openFolder(out);
  const tables = listTables(release);
  const published = new Set(release.tallies.map(({ name }) => name));
  for (const name of published) await copyTally(folder, out, name);
  await mkdir(join(out, "tables"));
  for (const table of tables.filter(({ name }) => !published.has(name))) {
    await writeFile(join(out, "tables", `${table.name}.csv`), formatCsv(table));
  }
  const load = tables.map((table) => loadTable(table, release.tallies)).join("\n");
  await writeFile(join(out, "load.sql"), `${loadHead}\n${load}`);
  for (const { definition } of release.indicators) {
    const own = join(out, "indicators", definition.id);
    await mkdir(own, { recursive: true });
    await writeFile(join(own, "indicator.sql"), definition.sql);
    await writeFile(join(own, "definition.md"), describeDefinition(definition));
    await copyFile(
      join(folder, "indicators", definition.id, "figures.csv"),
      join(own, "figures.csv"),
    );
  }
  for (const file of ["FORMAT.md", "policy.json", "disclosure.json"]) {
    await copyFile(join(folder, file), join(out, file));
  }
  await copyFile(join(import.meta.dirname, "READING.md"), join(out, "README.md"));
  await writeFile(join(out, "recompute.json"), formatJson(report));
  await writeFile(join(out, "recompute.md"), describeReport(report));
}

async function openFolder(out: string): Promise<void> {
  const names = await makeFolder(out)
    .then(() => readdir(out))
    .catch(() => {
      throw recomputeProblems.folderNotWritable(out);
    });
  if (names.length > 0) throw recomputeProblems.folderNotEmpty(out);
}

async function copyTally(folder: string, out: string, name: string): Promise<void> {
  await mkdir(join(out, "tallies"), { recursive: true });
  for (const ending of ["csv", "parquet"]) {
    const file = `tallies/${name}.${ending}`;
    const bytes = await readFile(join(folder, file)).catch(() => {
      throw recomputeProblems.unreadable(folder, file);
    });
    await writeFile(join(out, file), bytes);
  }
}

const loadHead =
  "-- Makes the tables that the SQL of the indicators reads, from the files beside it.\n";

/** Types as they were; a sum of money that a rounded tally leaves out is 0. */
function loadTable({ name, columns }: RowTable, tallies: readonly RowTable[]): string {
  const tally = tallies.find((one) => one.name === name);
  const given = Object.entries(tally?.columns ?? columns);
  const missing = Object.entries(columns).filter(
    ([column]) => !given.some(([own]) => own === column),
  );
  const file = tally === undefined ? `tables/${name}.csv` : `tallies/${name}.csv`;
  const list = given.map(([column, type]) => `${quoteName(column)} ${type}`).join(", ");
  return [
    `create table ${quoteName(name)} (${list});`,
    `copy ${quoteName(name)} from '${file}' (header);`,
    ...missing.map(
      ([column, type]) =>
        `alter table ${quoteName(name)} add column ${quoteName(column)} ${type} default 0;`,
    ),
    "",
  ].join("\n");
}

function formatCsv({ columns, rows }: RowTable): string {
  const names = Object.keys(columns);
  const lines = rows.map((row) => {
    const values = new Map<string, unknown>(Object.entries(row));
    return names.map((name) => formatField(values.get(name))).join(",");
  });
  return `${[names.join(","), ...lines].join("\n")}\n`;
}

function formatField(value: unknown): string {
  const words = value === null || value === undefined ? "" : JSON.stringify(value);
  const plain = typeof value === "string" ? value : words;
  return /[",\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
