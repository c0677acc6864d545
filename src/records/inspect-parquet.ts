import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Engine } from "../engines/duckdb.ts";
import { FileFault, refused, withoutValues } from "./problems.ts";
import type { FileFacts } from "./file-facts.ts";
import { pathColumn, sqlParquet, sqlPaths } from "./read-sql.ts";

/**
 * Looks at a Parquet file: only its footer is read for the columns and the number of rows.
 * @throws FileFault where it is cut off or not Parquet at all.
 */
export async function inspectParquet(engine: Engine, path: string): Promise<FileFacts> {
  await assertMagic(path);
  // Hashed while the engine works; whoever reports the file waits for it.
  const sha256 = digest(path);
  sha256.catch(() => undefined);
  const paths = sqlPaths([path]);
  return withoutValues(async () => {
    const columns = await engine.rows<{ column_name: string; column_type: string }>(
      `describe select * from ${sqlParquet([path])}`,
    );
    const [footer] = await engine.rows<{ num_rows: number }>(
      `select num_rows from parquet_file_metadata(${paths})`,
    );
    if (footer!.num_rows === 0) throw new FileFault(refused.noRows());
    return {
      sha256,
      columns: columns
        .filter(({ column_name }) => column_name !== pathColumn)
        .map(({ column_name, column_type }) => ({ name: column_name, type: column_type })),
      rows: footer!.num_rows,
      broken: [],
    };
  }, refused.notParquet());
}

async function assertMagic(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const ends = Buffer.alloc(8);
    if (size < 12) throw new FileFault(refused.notParquet());
    await file.read(ends, 0, 4, 0);
    await file.read(ends, 4, 4, size - 4);
    if (ends.toString("latin1") !== "PAR1PAR1") throw new FileFault(refused.notParquet());
  } finally {
    await file.close();
  }
}

async function digest(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
  }
  return hash.digest("hex");
}
