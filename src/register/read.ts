import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import {
  decode,
  parseSource,
  problemAt,
  problemFrom,
  type Source,
  type Sourced,
} from "../programme/faults.ts";
import { Problem } from "../problem.ts";
import type { Programme } from "../programme.ts";
import type { Ground } from "./references.ts";
import { checkAudit } from "./rules/audit.ts";
import { checkFinding } from "./rules/finding.ts";
import { checkRecommendation } from "./rules/recommendation.ts";
import { auditFile, findingFile, type AuditFile, type FindingFile } from "./schema.ts";

/** The audit register of a programme, read and checked. */
export interface AuditRegister {
  readonly audit: AuditFile;
  /** In the order of their releases, then of their identifiers. */
  readonly findings: readonly FindingFile[];
}

/** What can be known of a programme before its register is read. */
export type ProgrammeGround = Omit<Ground, "documents" | "findings">;

/**
 * Reads the register of a programme, `register/audit.yaml` and one file a finding beside it, and
 * checks every rule of it.
 * @returns undefined where the programme has no folder `register`
 * @throws Problem with file, line and column of the first fault
 */
export async function readRegister(
  programme: Programme,
  known: ProgrammeGround,
): Promise<AuditRegister | undefined> {
  const folder = join(programme.dir, "register");
  if (!existsSync(folder)) return undefined;
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  if (!names.includes("audit.yaml")) throw noAudit();
  const audit = await readFileAs(folder, "audit.yaml", auditFile);
  const others = names.filter((name) => name !== "audit.yaml");
  const files = await Promise.all(others.map((name) => readFileAs(folder, name, findingFile)));
  checkUnique(files);
  checkAudit(audit, programme);
  const ground: Ground = {
    ...known,
    documents: audit.content.documents.map(({ sha256 }) => sha256),
    findings: files.map(({ content }) => content.finding.id),
  };
  const findings = files.map(({ content }) => content);
  for (const file of files) {
    const context = { programme, audit: audit.content, findings, ground, ...file };
    checkFinding(context);
    file.content.recommendations.forEach((one, at) => checkRecommendation(context, one, at));
  }
  const order = programme.releases.map(({ id }) => id);
  return {
    audit: audit.content,
    findings: findings.toSorted(
      ({ finding: a }, { finding: b }) =>
        order.indexOf(a.release) - order.indexOf(b.release) || (a.id < b.id ? -1 : 1),
    ),
  };
}

async function readFileAs<T>(
  folder: string,
  name: string,
  schema: z.ZodType<T>,
): Promise<Sourced<T>> {
  const file = `register/${name}`;
  const source = parseSource(file, decode(file, await readFile(join(folder, name))));
  const result = schema.safeParse(source.document.toJS({ maxAliasCount: 20 }));
  if (!result.success) throw problemFrom(source, result.error, schema);
  return { source, content: result.data };
}

/** One finding, and one recommendation, has one identifier, whichever file it is in. */
function checkUnique(files: readonly Sourced<FindingFile>[]): void {
  const seen = new Map<string, string>();
  const claim = (source: Source, path: readonly PropertyKey[], id: string): void => {
    const other = seen.get(id);
    if (other !== undefined) throw problemAt(source, path, `is used in ${other} too`);
    seen.set(id, source.file);
  };
  for (const { source, content } of files) {
    claim(source, ["finding", "id"], content.finding.id);
    content.recommendations.forEach(({ id }, at) =>
      claim(source, ["recommendations", at, "id"], id),
    );
  }
}

function noAudit(): Problem {
  return new Problem(
    "register",
    "The folder register holds no audit.yaml, which says who audits and what was asked.",
    "Add it; data/sample/register/audit.yaml shows every key.",
  );
}
