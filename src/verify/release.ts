import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Problem } from "../problem.ts";
import { digestJson } from "../proof/canonical.ts";
import { checkRoundedTallies, type PublishedTally } from "../proof/rounded-tallies.ts";
import { exists, listFiles, listReleaseFiles } from "../release/files.ts";
import { findDamage } from "../release/intact.ts";
import { certificate, disclosureReport, manifest, type Certificate } from "../release/schema.ts";
import { checkAmounts } from "./amounts.ts";
import { checkPolicyFile, readPercent } from "./policy.ts";

export interface Check {
  readonly name: string;
  /** What holds, in a sentence, where there is no fault. */
  readonly holds: string;
  /** A sentence each; none holds a count. */
  readonly faults: readonly string[];
}

/**
 * Checks a release from its own files, without a solver and without the programs that protected or
 * attacked it.
 * @param folder `releases/<id>/<tier>`
 * @throws Problem when there is no release to check
 */
export async function verifyRelease(folder: string): Promise<Check[]> {
  if (!(await exists(join(folder, "manifest.json")))) {
    throw new Problem(
      "no-release",
      `${folder} holds no manifest.json, so it is not a release.`,
      "Name the folder of one tier, such as releases/2026-q3/public.",
    );
  }
  const checks = [await checkFiles(folder)];
  try {
    const { tier } = manifest.parse(await readJson(folder, "manifest.json"));
    if (tier === "auditor" && !(await exists(join(folder, "certificate.json")))) {
      return [...checks, exactTier];
    }
    const own = certificate.parse(await readJson(folder, "certificate.json"));
    checks.push(await checkPolicy(folder, own));
    checks.push(await checkTallies(folder, own));
    checks.push(checkAmounts(own, readPercent(await readJson(folder, "policy.json"))));
  } catch (error) {
    if (error instanceof Problem) throw error;
    checks.push({
      name: "format",
      holds: "",
      faults: ["A file is not what FORMAT.md says of it."],
    });
  }
  return checks;
}

const exactTier: Check = {
  name: "protection",
  holds: "none to check: the tallies of this tier are exact",
  faults: [],
};

async function readJson(folder: string, path: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, path), "utf8"));
}

async function checkFiles(folder: string): Promise<Check> {
  const damage = await findDamage(folder);
  const { length } = await listReleaseFiles(folder);
  return {
    name: "files",
    holds: `${length - 1} files are as the manifest says`,
    faults: damage === undefined ? [] : [`${damage} is missing or is not as the manifest says.`],
  };
}

/** The policy that is printed is the one that the certificate speaks of. */
async function checkPolicy(folder: string, own: Certificate): Promise<Check> {
  const policy = await readJson(folder, "policy.json");
  const report = disclosureReport.parse(await readJson(folder, "disclosure.json"));
  const digest = digestJson(policy);
  const faults = checkPolicyFile(policy, own);
  if (digest !== own.policySha256 || digest !== report.policySha256) {
    faults.push("policy.json is not the policy that the certificate was made for.");
  }
  return { name: "policy", holds: "the rules are those of the certificate", faults };
}

const rows = z.array(z.record(z.string(), z.union([z.string(), z.number()])));

async function checkTallies(folder: string, own: Certificate): Promise<Check> {
  const there = await listFiles(join(folder, "tallies"));
  const digests = new Map(there.map(({ path, sha256 }) => [path, sha256]));
  const faults: string[] = [];
  const tallies: PublishedTally[] = [];
  for (const info of own.tallies) {
    if (digests.get(`${info.name}.json`) !== info.sha256) {
      faults.push(`tallies/${info.name}.json is not the tally that the certificate was made for.`);
    }
    const read = rows.parse(await readJson(folder, `tallies/${info.name}.json`));
    tallies.push({ ...info, rows: read });
  }
  faults.push(...checkRoundedTallies(tallies, own.base));
  const counts = tallies.reduce((sum, tally) => sum + tally.rows.length, 0);
  return {
    name: "tallies",
    holds: `each of ${counts.toLocaleString("en")} counts, and each 0, can be ${own.base} or more different numbers`,
    faults,
  };
}
