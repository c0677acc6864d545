import { Command, Option } from "commander";
import { run, type RunResult, type RunTier } from "./run.ts";
import { listWarnings } from "./run-warnings.ts";
import { signAlone } from "./sign.ts";
import { findKeys } from "./trust/keys/keys.ts";
import { releaseProblems } from "./release/problems.ts";
import { tierName } from "./release/schema.ts";

/** `plumbline run`: stages 1 to 5. */
export function runCommand(): Command {
  return new Command("run")
    .description("make the releases of a programme from its submissions")
    .option("--data <dir>", "folder that holds programme.yaml", ".")
    .option("--releases <dir>", "folder that holds the releases", "releases")
    .addOption(
      new Option("--tier <tier>", "who the release is for; all: one for each")
        .choices([...tierName.options, "all"])
        .makeOptionMandatory(),
    )
    .option("--release <id>", "only this release of programme.yaml")
    .option("--redo", "replace releases that nobody has seen yet")
    .option(
      "--keys <dir>",
      "sign them: folder of the programme's keys; else PLUMBLINE_KEYS is asked",
    )
    .option("--threads <number>", "threads of the engine; results do not depend on it")
    .option("--json", "print the result as JSON")
    .action(async (options: RunFlags) => {
      const keys = await findKeys({ folder: options.keys, env: process.env });
      const say = (sentence: string): void => {
        if (options.json !== true) console.error(sentence);
      };
      const results = await run({
        data: options.data,
        releases: options.releases,
        tier: options.tier,
        ...(options.release === undefined ? {} : { only: options.release }),
        ...(options.redo === undefined ? {} : { redo: options.redo }),
        ...(options.threads === undefined ? {} : { threads: readThreads(options.threads) }),
        say,
      });
      if (keys !== undefined) await signAlone(options.releases, keys, say);
      if (options.json === true) console.log(JSON.stringify(results));
      else for (const result of results) console.log(describeResult(result));
      for (const sentence of new Set(results.flatMap(listWarnings))) console.error(sentence);
      if (keys === undefined) {
        say("There is no key to sign with, and the releases say so: `plumbline sign` signs them.");
      }
    });
}

function readThreads(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text) && Number(text) <= 1024) return Number(text);
  throw releaseProblems.threads();
}

interface RunFlags {
  readonly data: string;
  readonly releases: string;
  readonly tier: RunTier;
  readonly release?: string;
  readonly redo?: boolean;
  readonly keys?: string;
  readonly threads?: string;
  readonly json?: boolean;
}

/** One line on a release, with every row received accounted for. */
export function describeResult(result: RunResult): string {
  const used = result.ingest.files.filter((file) => file.state === "used");
  const total = (of: "received" | "accepted" | "quarantined" | "duplicates"): string =>
    used.reduce((sum, file) => sum + file[of], 0).toLocaleString("en");
  return (
    `Release ${result.release}: ${total("received")} rows received = ${total("accepted")} accepted + ` +
    `${total("quarantined")} quarantined + ${total("duplicates")} repeats; ` +
    `${result.figures.toLocaleString("en")} figures, ${result.state}`
  );
}
