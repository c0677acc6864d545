import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { quoteName, quoteText, type Engine } from "../engines/duckdb.ts";
import type { Fault } from "./faults.ts";
import { hasOwnColumns } from "./partners.ts";
import { writePickers } from "./pickers.ts";
import type { Delivery, Format, Holding } from "./plan.ts";
import { writeDelivery, writeTraits } from "./variables.ts";

export interface WrittenFile {
  readonly partner: string;
  readonly kind: string;
  readonly period: string;
  /** Path within the programme's folder. */
  readonly path: string;
}

const copyOptions: Readonly<Record<Format, string>> = {
  csv: "format csv, header",
  parquet: "format parquet",
  ndjson: "format json",
};

/** Writes every file that a partner delivers of one kind. */
export async function generateHolding(
  engine: Engine,
  holding: Holding,
  options: { readonly seed: number; readonly format: Format; readonly folder: string },
): Promise<WrittenFile[]> {
  const written: WrittenFile[] = [];
  await engine.run(await readSql("draws.sql"));
  await engine.run(writePickers(holding.shape, holding.partner));
  await engine.run(writeTraits(holding, options.seed));
  for (const [i, delivery] of holding.deliveries.entries()) {
    await engine.run(writeDelivery(delivery));
    if (i === 0) {
      await engine.run(await readSql("rows.sql"));
      await engine.run(await readSql(`kinds/${holding.kind}.sql`));
    }
    const query = await writeQuery(holding, options.format);
    // Where whoever calls removes what an error leaves.
    const draft = join(options.folder, "submissions", "draft");
    await mkdir(dirname(draft), { recursive: true });
    const [copied] = await engine.rows<{ Count: number | bigint }>(
      `copy (${query}) to ${quoteText(draft)} (${copyOptions[options.format]})`,
    );
    // A file without rows is no submission; a small sample has partners with none of a kind.
    if (Number(copied!.Count) === 0) {
      await rm(draft);
      continue;
    }
    const file = nameFile(holding, delivery, options.format);
    const path = join(options.folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await rename(draft, path);
    written.push(file);
  }
  return written;
}

/** The records with their planted faults, in the partner's own columns where it has them. */
async function writeQuery(holding: Holding, format: Format): Promise<string> {
  const { kind, shape } = holding;
  const columns = hasOwnColumns(holding.partner, kind)
    ? await readSql("compact.sql")
    : "select * exclude (number, fault, place) from delivered";
  return `
    with delivered as (
      select * replace (${writeFaults(holding.faults, format)}), ${kind}.${shape.key} as place
      from ${kind}
    )
    ${columns}
    order by place, number`;
}

/** One expression for each column that a fault changes. */
function writeFaults(faults: readonly Fault[], format: Format): string {
  const columns = new Set(faults.flatMap((fault) => Object.keys(fault.sets)));
  const isText = (column: string): boolean =>
    format === "csv" && faults.some((fault) => fault.textOnly === true && column in fault.sets);
  return [...columns]
    .map((column) => {
      const cast = isText(column) ? "::varchar" : "";
      const whens = faults
        .filter((fault) => column in fault.sets)
        .map((fault) => `when ${quoteText(fault.name)} then (${fault.sets[column]!})${cast}`);
      const name = quoteName(column);
      return `case fault ${whens.join(" ")} else ${name}${cast} end as ${name}`;
    })
    .join(",\n");
}

function nameFile(holding: Holding, delivery: Delivery, format: Format): WrittenFile {
  const { partner, kind } = holding;
  const name = `${kind}@${delivery.received}.${format}`;
  const path = ["submissions", partner.id, delivery.period, name].join("/");
  return { partner: partner.id, kind, period: delivery.period, path };
}

async function readSql(name: string): Promise<string> {
  return await readFile(new URL(name, import.meta.url), "utf8");
}
