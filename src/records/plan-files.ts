import type { Engine } from "../engines/duckdb.ts";
import { Problem } from "../problem.ts";
import type { Programme } from "../programme.ts";
import type { Contract } from "./contract.ts";
import { idsOf } from "./count.ts";
import { judgeExpression, type ExpressionVerdict } from "./expressions.ts";
import type { PlannedFile } from "./group.ts";
import { inspectFile } from "./inspect-file.ts";
import { planColumns, type ColumnPlan, type NamedMapping } from "./mapping.ts";
import { FileFault, refused } from "./problems.ts";
import type { SubmissionFile } from "./submissions.ts";

/** Looks at each file and decides how to read it, or why not. */
export async function planFiles(
  engine: Engine,
  programme: Programme,
  contracts: readonly Contract[],
  files: readonly SubmissionFile[],
  release: { readonly published: string },
): Promise<{ planned: PlannedFile[]; faults: Map<SubmissionFile, FileFault> }> {
  const mappings = await judgeMappings(engine, programme);
  const planned: PlannedFile[] = [];
  const faults = new Map<SubmissionFile, FileFault>();
  let firstId = 1;
  for (const file of files.filter(({ state }) => state === "used")) {
    const contract = contracts.find(({ kind }) => kind === file.kind)!;
    const named = file.mapping === null ? undefined : mappings.get(file.mapping);
    try {
      const facts = await inspectFile(engine, file, named?.mapping);
      const plan =
        file.format === "none"
          ? nothingToRead
          : planColumns(contract, facts.columns, named, file.partner === null);
      const lastDay = file.received ?? file.period!.to;
      const asOf = lastDay < release.published ? lastDay : release.published;
      planned.push({ file, contract, facts, plan, named, firstId, asOf });
      firstId += idsOf(programme, file.partner);
    } catch (error) {
      faults.set(file, asFault(error));
    }
  }
  return { planned, faults };
}

const nothingToRead: ColumnPlan = {
  ...{ given: {}, notRecorded: [], reads: [], rewritten: [], readsRowNumber: false },
};

function asFault(error: unknown): FileFault {
  if (error instanceof Problem) throw error;
  return error instanceof FileFault ? error : new FileFault(refused.unreadable());
}

async function judgeMappings(
  engine: Engine,
  programme: Programme,
): Promise<Map<string, NamedMapping>> {
  const mappings = new Map<string, NamedMapping>();
  for (const [name, mapping] of Object.entries(programme.mappings)) {
    const verdicts = new Map<string, ExpressionVerdict>();
    for (const origin of Object.values(mapping.columns)) {
      if (typeof origin === "string" || !("sql" in origin)) continue;
      verdicts.set(origin.sql, await judgeExpression(engine, origin.sql));
    }
    mappings.set(name, { name, mapping, verdicts });
  }
  return mappings;
}
