import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { readPublished, type PublishedRelease } from "../../recompute/read-published.ts";
import { listTables } from "../../recompute/recompute-rows.ts";
import { quality } from "../../release/schema.ts";
import type { Catalog, CatalogTable } from "../../site/workbench/catalog.ts";
import type { RowTable } from "../../tallies/tier-engine.ts";
import { readFolder } from "../../trust/disk.ts";
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
 * @param folder the release; its files are published under `releases/<id>/files`
 * @param site folder of the finished site
 */
export async function writeWorkbench(folder: string, site: string): Promise<void> {
  const release = await readPublished(folder, readFolder(folder));
  const { id } = release.about.release;
  const sizes = new Map(release.manifest.files.map(({ path, bytes }) => [path, bytes]));
  const files = `releases/${id}/files`;
  const tables: CatalogTable[] = [];
  await mkdir(join(site, "workbench/tables"), { recursive: true });
  for (const { table, path } of await listAll(release, folder)) {
    const { name, columns } = table;
    const facts = { name, says: sayTable(name), columns, marks: name === "figures" };
    if (path === undefined) {
      const own = `workbench/tables/${name}.csv`;
      await writeFile(join(site, own), formatCsv(table));
      tables.push({ ...facts, path: own, bytes: (await stat(join(site, own))).size });
    } else {
      tables.push({ ...facts, path: `${files}/${path}`, bytes: sizes.get(path) ?? 0 });
    }
  }
  const indicators = release.indicators.flatMap(({ definition }) => {
    const headline = release.headlines.find(({ indicator }) => indicator === definition.id);
    return headline === undefined ? [] : [{ definition, headline }];
  });
  const examples = listExamples(
    indicators,
    release.tallies.map(({ name }) => name),
  );
  const engineBytes = (await stat(engineFile)).size;
  const catalog: Catalog = { release: id, engineBytes, tables, examples };
  await writeFile(join(site, "workbench/catalog.json"), `${JSON.stringify(catalog)}\n`);
}

interface Placed {
  readonly table: RowTable;
  /** The file of the release that holds it; undefined where there is none. */
  readonly path?: string;
}

/** What an indicator's SQL may read, then figures, coverage, definitions and quality. */
async function listAll(release: PublishedRelease, folder: string): Promise<Placed[]> {
  const counted = new Set(release.tallies.map(({ name }) => name));
  const rows = await readFile(join(folder, "quality.json"), "utf8");
  const own = ownTables(release.indicators, z.array(quality).parse(JSON.parse(rows)));
  const whole = (name: string, columns: Record<string, string>): Placed => ({
    table: { name, columns, rows: [] },
    path: `${name}.csv`,
  });
  return [
    whole("figures", figureColumns),
    ...listTables(release).map((table) =>
      counted.has(table.name) ? { table, path: `tallies/${table.name}.csv` } : { table },
    ),
    whole("coverage", coverageColumns),
    ...own.map((table) => ({ table })),
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
