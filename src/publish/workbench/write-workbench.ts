import { mkdir, open, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { typeOfColumn } from "../../recompute/read-published.ts";
import { listTables } from "../../recompute/recompute-rows.ts";
import { readRelease, type Release } from "../../release/read.ts";
import type { Catalog, CatalogTable } from "../../site/workbench/catalog.ts";
import type { RowTable } from "../../tallies/tier-engine.ts";
import { listExamples } from "./examples.ts";
import { formatCsv, ownTables } from "./own-tables.ts";

/** DuckDB for browsers that know WebAssembly's exceptions, as all do since 2022; it has one thread. */
export const engineFile = join(
  import.meta.dirname,
  "../../../node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm",
);

/**
 * Writes what the workbench page offers of a release: `workbench/catalog.json`, and as CSV the small
 * tables that are no file of the release. Tallies, figures and coverage are read from the release's
 * own files, so that what is queried is what was signed.
 * @param folder the release
 * @param site folder of the site, which has the files of the release already
 */
export async function writeWorkbench(folder: string, site: string): Promise<void> {
  const release = await readRelease(folder);
  const { id } = release.about.release;
  const tallies = await readTallyColumns(release);
  const sizes = new Map(release.manifest.files.map(({ path, bytes }) => [path, bytes]));
  const files = `releases/${id}/files`;
  const tables: CatalogTable[] = [];
  await mkdir(join(site, "workbench/tables"), { recursive: true });
  for (const { table, path } of listAll(release, tallies)) {
    const { name, columns } = table;
    const facts = { name, says: sayTable(name), columns, marks: name === "figures" };
    if (path === undefined) {
      const own = formatCsv(table);
      const place = `workbench/tables/${name}.csv`;
      await writeFile(join(site, place), own);
      tables.push({ ...facts, path: place, bytes: Buffer.byteLength(own) });
    } else {
      tables.push({ ...facts, path: `${files}/${path}`, bytes: sizes.get(path) ?? 0 });
    }
  }
  const names = tallies.map(({ name }) => name);
  const catalog: Catalog = {
    release: id,
    engineBytes: (await stat(engineFile)).size,
    tables,
    examples: listExamples(release.indicators, names),
  };
  await writeFile(join(site, "workbench/catalog.json"), `${JSON.stringify(catalog)}\n`);
}

/** The tallies of a release without their rows: what their files say in the first line. */
async function readTallyColumns({ folder, manifest }: Release): Promise<RowTable[]> {
  const names = manifest.files.flatMap(({ path }) => /^tallies\/(\w+)\.csv$/.exec(path)?.[1] ?? []);
  return Promise.all(
    names.sort().map(async (name) => {
      const columns = await readFirstLine(join(folder, "tallies", `${name}.csv`));
      return {
        name,
        columns: Object.fromEntries(columns.split(",").map((one) => [one, typeOfColumn(one)])),
        rows: [],
      };
    }),
  );
}

async function readFirstLine(path: string): Promise<string> {
  const file = await open(path);
  try {
    for await (const line of file.readLines()) return line;
    return "";
  } finally {
    await file.close();
  }
}

interface Placed {
  readonly table: RowTable;
  /** The file on the site that holds it; undefined where there is none. */
  readonly path?: string;
}

/** What an indicator's SQL may read, then figures, coverage, definitions and quality. */
function listAll(release: Release, tallies: readonly RowTable[]): Placed[] {
  const counted = new Set(tallies.map(({ name }) => name));
  const readable = listTables({ ...release, tallies, certificate: undefined });
  const whole = (name: string, columns: Record<string, string>): Placed => ({
    table: { name, columns, rows: [] },
    path: `${name}.csv`,
  });
  return [
    whole("figures", figureColumns),
    ...readable.map((table) =>
      counted.has(table.name) ? { table, path: `tallies/${table.name}.csv` } : { table },
    ),
    whole("coverage", coverageColumns),
    ...ownTables(release).map((table) => ({ table })),
  ];
}

function columnsOf(type: string, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, type]));
}

/** As FORMAT.md lists them. */
const figureColumns: Record<string, string> = {
  ...columnsOf("varchar", "indicator", "breakdown", "category", "subcategory", "from", "to"),
  ...columnsOf("varchar", "statistic", "unit", "status"),
  ...{ value: "double", exact: "varchar", lower: "double", upper: "double", n: "integer" },
  ...{ why: "varchar", bound: "varchar", about: "boolean", decimals: "integer" },
  ...columnsOf("varchar", "mark", "conf_status"),
};

const coverageColumns = columnsOf("varchar", "partner", "kind", "month", "state");

function sayTable(name: string): string {
  return says[name] ?? "a tally: how many cases are alike in all of its labels";
}

const says: Readonly<Record<string, string>> = {
  figures: "every figure of the release",
  limits: "the limit of each indicator that has one",
  partners: "partners with their sector and region",
  programme_period: "first day of the programme and cut-off day",
  coverage: "which partner reported which records for which month",
  definitions: "each indicator in words, with its SQL",
  quality: "rows received, accepted, quarantined and repeated, by partner",
  quality_reasons: "why rows were refused, over all partners",
};
