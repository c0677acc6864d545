import { Command } from "commander";
import { z } from "zod";
import { readTableFile } from "../tables/table.ts";
import type { Table } from "../tables/table.ts";
import type { Publication } from "../proof/published.ts";
import { attackTable } from "./attack.ts";
import { attackProblems } from "./problems.ts";

/** `plumbline attack`: what a reader can work out from a published table. */
export function attackCommand(): Command {
  return new Command("attack")
    .description("work out what a reader can tell of a published table, as JSON")
    .argument("<table>", "a table as JSON, with `published` beside its cells")
    .option("--inner", "give the bounds of base cells too")
    .option("--json", "print JSON, which is what it prints anyway")
    .action(async (file: string, options: { inner?: true }) => {
      const started = performance.now();
      const { table, raw } = await readTableFile(file);
      const publication = readPublication(table, raw, file);
      const found = await attackTable(table, publication, { inner: options.inner === true });
      const seconds = Number(((performance.now() - started) / 1000).toFixed(3));
      const { inner, ...rest } = found;
      console.log(
        JSON.stringify({ ...rest, ...(options.inner === true ? { inner } : {}), seconds }),
      );
    });
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
