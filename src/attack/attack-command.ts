import { readFile, writeFile } from "node:fs/promises";
import { Command } from "commander";
import { z } from "zod";
import { publishTable, type Publication } from "../proof/published.ts";
import {
  checkTableCertificate,
  makeTableCertificate,
  tableCertificate,
  WitnessBook,
  type TableCertificate,
} from "../proof/table-certificate.ts";
import type { Need } from "../proof/witnesses.ts";
import { readTableFile, type Table } from "../tables/table.ts";
import { attackTable } from "./attack.ts";
import { attackProblems } from "./problems.ts";

/** `plumbline attack`: what a reader can work out from a published table. */
export function attackCommand(): Command {
  return new Command("attack")
    .description("work out what a reader can tell of a published table, as JSON")
    .argument("<table>", "a table as JSON, with `published` beside its cells")
    .option("--inner", "give the bounds of base cells too")
    .option(
      "--certificate <file>",
      "write what shows without a solver that no hidden cell is narrow",
    )
    .option("--check <file>", "check such a certificate instead, without a solver")
    .option("--json", "print JSON, which is what it prints anyway")
    .action(attack);
}

interface Flags {
  readonly inner?: true;
  readonly certificate?: string;
  readonly check?: string;
}

async function attack(file: string, { inner, certificate, check }: Flags): Promise<void> {
  const started = performance.now();
  const { table, raw } = await readTableFile(file);
  const publication = readPublication(table, raw, file);
  const published = publishTable(table, publication);
  const need = needOf(table);
  const spent = (): number => Number(((performance.now() - started) / 1000).toFixed(3));
  if (check !== undefined) {
    const faults = checkTableCertificate(published, need, await readCertificate(check));
    console.log(JSON.stringify({ good: faults.length === 0, faults, seconds: spent() }));
    if (faults.length > 0) process.exitCode = 2;
    return;
  }
  const book = new WitnessBook(published, need);
  const { inner: base, ...found } = await attackTable(table, publication, {
    inner: inner === true,
    ...(certificate === undefined ? {} : { witness: (values) => book.show(values) }),
  });
  if (certificate !== undefined) {
    const made = makeTableCertificate(published, need, book.witnesses());
    if (checkTableCertificate(published, need, made).length > 0) {
      throw attackProblems.notCertain(file);
    }
    await writeFile(certificate, `${JSON.stringify(made)}\n`);
  }
  const bounds = inner === true ? { inner: base } : {};
  console.log(JSON.stringify({ ...found, ...bounds, seconds: spent() }));
}

/** How far apart the bounds of a hidden cell have to be: as `narrow` says of an attack. */
function needOf({ threshold, rule }: Table): Need {
  const percent = threshold === null && rule.type === "p_percent" ? rule.p : 0;
  return { width: threshold ?? 0, percent };
}

async function readCertificate(file: string): Promise<TableCertificate> {
  const text = await readFile(file, "utf8").catch(() => {
    throw attackProblems.noCertificate(file);
  });
  try {
    return tableCertificate.parse(JSON.parse(text));
  } catch {
    throw attackProblems.noCertificate(file);
  }
}

const shape = z.object({
  published: z.array(z.number().nullable()),
  knows: z.array(z.tuple([z.number().nullable(), z.number().nullable()]).nullable()).optional(),
  notZero: z.boolean().default(false),
});

/** Relative difference that a shown amount may have from its sum, which is in floating point. */
const slack = 1e-9;

/**
 * Reads what is published of a table.
 * @throws Problem when it does not belong to the table, is no interval, or is negative
 */
export function readPublication(table: Table, raw: unknown, file: string): Publication {
  const parsed = shape.safeParse(raw);
  if (!parsed.success)
    throw attackProblems.notPublished(file, parsed.error.issues[0]!.path.join("."));
  const { published, knows, notZero } = parsed.data;
  const { length } = table.cells;
  if (published.length !== length) throw attackProblems.otherLength(file, "published", length);
  if (knows !== undefined && knows.length !== length) {
    throw attackProblems.otherLength(file, "knows", length);
  }
  for (const [at, value] of published.entries()) {
    const known = knows?.[at] ?? null;
    if (value !== null && value < 0) throw attackProblems.negative(file, at);
    if (known !== null && known[0] !== null && known[1] !== null && known[0] > known[1]) {
      throw attackProblems.upsideDown(file, at);
    }
    const own = table.cells[at]!.value;
    if (value !== null && known === null && Math.abs(value - own) > slack * Math.max(1, own)) {
      throw attackProblems.otherNumber(file, at);
    }
  }
  return { published, ...(knows === undefined ? {} : { knows }), notZero };
}
