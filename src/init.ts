import { copyFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { makeFolder } from "./make-folder.ts";
import { Problem } from "./problem.ts";

const skeleton = join(import.meta.dirname, "init/programme.yaml");
const submissions = "submissions/first-partner/2026-Q1";

/** `plumbline init`: the folder of a new programme. */
export function initCommand(): Command {
  return new Command("init")
    .description("begin a programme of your own: programme.yaml, with every setting explained")
    .argument("<dir>", "folder of the programme: new, or empty")
    .action(async (dir: string) => {
      await initProgramme(dir);
      console.log(describe(dir));
    });
}

/**
 * Makes the folder of a programme that `plumbline check` reads without a fault, and that has no
 * submission yet.
 * @throws Problem where the folder holds anything
 */
export async function initProgramme(dir: string): Promise<void> {
  await makeFolder(dir);
  if ((await readdir(dir)).length > 0) throw notEmpty(dir);
  await makeFolder(join(dir, submissions));
  await copyFile(skeleton, join(dir, "programme.yaml"));
}

function describe(dir: string): string {
  return [
    `Made ${join(dir, "programme.yaml")} and ${join(dir, submissions)}.`,
    "1. Put your own names, partners and release into programme.yaml: each setting is explained there.",
    `2. Put files into ${join(dir, "submissions")}/<partner>/<period>/<kind>@<day received>.csv.`,
    "   A <kind> is a file in pipelines/1-records/, which says its columns.",
    `3. Run \`plumbline check --data ${dir}\`, which says what to mend.`,
  ].join("\n");
}

function notEmpty(dir: string): Problem {
  return new Problem(
    "folder-not-empty",
    `The folder ${dir} is not empty.`,
    "Nothing was written. Name a folder that does not exist yet, or that holds nothing.",
  );
}
