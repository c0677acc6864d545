import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Engine, quoteName, quoteText, type EngineOptions } from "../engines/duckdb.ts";
import { tallyFolder } from "./place.ts";

/** A table as rows, with the DuckDB type of each column. */
export interface RowTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly object[];
}

/**
 * An engine that holds the given tables and nothing else, sealed: whatever SQL runs on it can come
 * to nothing that was not given.
 * @param work folder for the moment of loading
 * @returns to be closed by the caller
 */
export async function openTierEngine(
  tables: readonly RowTable[],
  work: string,
  options: Pick<EngineOptions, "threads" | "spillLimit">,
): Promise<Engine> {
  const engine = await Engine.open({ memoryLimit: "1500MB", spillTo: work, ...options });
  const file = join(work, "loading.json");
  try {
    for (const { name, columns, rows } of tables) {
      await writeFile(
        file,
        rows.length === 0 ? "[]" : `[${rows.map((row) => JSON.stringify(row)).join(",\n")}]`,
      );
      const types = Object.entries(columns).map(
        ([column, type]) => `${quoteText(column)}: ${quoteText(type)}`,
      );
      await engine.run(`create table ${quoteName(name)} as select * from read_json(${quoteText(file)},
        format = 'array', columns = {${types.join(", ")}}, maximum_object_size = 16777216)`);
    }
    await engine.run(await readFile(join(tallyFolder, "seal.sql"), "utf8"));
    return engine;
  } catch (error) {
    engine.close();
    throw error;
  } finally {
    await rm(file, { force: true });
  }
}
