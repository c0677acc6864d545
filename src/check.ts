import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { Command } from "commander";
import { Engine } from "./engines/duckdb.ts";
import { discoverKnown } from "./known.ts";
import { Problem } from "./problem.ts";
import { readProgramme, type Programme } from "./programme.ts";
import { describeReport, hasFailed } from "./records/describe-report.ts";
import { listSubmitted, type Contract } from "./records/contract.ts";
import { discoverContracts } from "./records/discover.ts";
import { ingest } from "./records/ingest.ts";
import { findSubmissions } from "./records/submissions.ts";
import type { IngestReport } from "./records/report.ts";
import { describeRegister } from "./register/describe.ts";
import { surveyGround } from "./register/ground.ts";
import { readRegister, type AuditRegister } from "./register/read.ts";

/** A check looks at every file, whichever release it belongs to. */
const always = { cutOff: "2099-12-31", published: "2099-12-31" };

/** `plumbline check`: what would become of every row, without changing anything. */
export function checkCommand(): Command {
  return new Command("check")
    .description("validate a programme's submissions and audit register, and change nothing")
    .argument("[paths...]", "the programme's folder, or files or folders of its submissions")
    .option(
      "--data <dir>",
      "folder that holds programme.yaml; else it is found at or above the paths",
    )
    .option("--json", "print the report as JSON")
    .addHelpText(
      "after",
      "\nExits with 1 when a file is refused, has no good row or could tell who somebody is.",
    )
    .action(async (paths: string[], options: { data?: string; json?: boolean }) => {
      const { programme, contracts, report, register } = await check(paths, options.data);
      console.log(
        options.json === true
          ? JSON.stringify(report, null, 2)
          : describeReport(programme.name, report, contracts) + describeRegister(register),
      );
      if (hasFailed(report)) process.exitCode = 1;
    });
}

export interface Checked {
  readonly programme: Programme;
  readonly contracts: readonly Contract[];
  readonly report: IngestReport;
  /** Undefined where the programme keeps none. */
  readonly register: AuditRegister | undefined;
}

/**
 * Checks the register, then reads submissions into an engine that is thrown away and says what became of every row.
 * @throws Problem where programme.yaml or the register has a fault or a path is none of its submissions.
 */
export async function check(paths: readonly string[], data?: string): Promise<Checked> {
  const dir = data ?? (await findProgrammeDir(paths));
  const programme = await readProgramme(dir, await discoverKnown());
  const register = await readRegister(programme, await surveyGround(programme));
  const contracts = await discoverContracts();
  const kinds = listSubmitted(contracts).map(({ kind }) => kind);
  const only = await selectFiles(programme, kinds, paths);
  const work = await mkdtemp(join(tmpdir(), "plumbline-"));
  const engine = await Engine.open({ spillTo: work });
  try {
    const report = await ingest(engine, programme, contracts, always, only ? { only } : {});
    if (report.files.length === 0) throw nothingSubmitted(dir);
    return { programme, contracts, report, register };
  } finally {
    engine.close();
    await rm(work, { recursive: true, force: true });
  }
}

/** The first folder at or above a path that holds programme.yaml, else where the command is given. */
async function findProgrammeDir(paths: readonly string[]): Promise<string> {
  for (const path of paths) {
    let folder = resolve(path);
    while (folder !== dirname(folder)) {
      if (await isThere(join(folder, "programme.yaml"))) return folder;
      folder = dirname(folder);
    }
  }
  return ".";
}

/** The submissions that the paths name; undefined for all of them. */
async function selectFiles(
  programme: Programme,
  kinds: readonly string[],
  paths: readonly string[],
): Promise<string[] | undefined> {
  const wanted = paths.map((path) => relative(programme.dir, resolve(path)).replaceAll("\\", "/"));
  if (wanted.length === 0 || wanted.includes("")) return undefined;
  const files = await findSubmissions(programme, kinds, always);
  return wanted.flatMap((path, i) => {
    const inside = files.filter((file) => file.path === path || file.path.startsWith(`${path}/`));
    if (inside.length === 0) throw notSubmitted(paths[i]!);
    return inside.map((file) => file.path);
  });
}

function notSubmitted(path: string): Problem {
  return new Problem(
    "not_a_submission",
    `${path} is none of the programme's submissions.`,
    "Put it in submissions/<partner>/<period>/<kind>@<day received>.csv, or name it in sources.",
  );
}

function nothingSubmitted(dir: string): Problem {
  return new Problem(
    "no-submissions",
    `There is no submission in ${join(dir, "submissions")}.`,
    "Put files in submissions/<partner>/<period>/<kind>@<day received>.csv, or name them in sources.",
  );
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
