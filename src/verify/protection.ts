import { z } from "zod";
import { canonicalJson } from "../proof/canonical.ts";
import { checkRoundedTallies, type PublishedTally } from "../proof/rounded-tallies.ts";
import {
  certificate,
  disclosureReport,
  manifest,
  type Certificate,
  type TierName,
} from "../release/schema.ts";
import { encodeText } from "../trust/bytes.ts";
import { checkAmounts } from "./amounts.ts";
import { check, type Check } from "./check.ts";
import { digestOf } from "./files.ts";
import type { Place } from "./place.ts";
import { checkPolicyFile, readBodies, readPercent } from "./policy.ts";
import { readJson, readParsed } from "./json.ts";

/** Whether nothing hidden can be told: by the release's certificate, and without a solver. */
export async function checkProtection(release: Place, tier: TierName): Promise<Check[]> {
  if (tier === "auditor" && (await release.read("certificate.json")) === undefined) {
    return [
      await check("protection", async () =>
        Promise.resolve("none to check: the tallies of this tier are exact"),
      ),
    ];
  }
  const read = (): Promise<Certificate> => readParsed(release, "certificate.json", certificate);
  return [
    await check("policy", async () => checkPolicy(release, await read())),
    await check("tallies", async () => checkTallies(release, await read())),
    await check("sums of money", async () =>
      checkAmounts(await read(), readPercent(await readJson(release, "policy.json"))),
    ),
  ];
}

/** The policy that is printed is the one that the certificate speaks of. */
async function checkPolicy(release: Place, own: Certificate): Promise<string | string[]> {
  const policy = await readJson(release, "policy.json");
  const report = await readParsed(release, "disclosure.json", disclosureReport);
  const digest = await digestOf(encodeText(canonicalJson(policy)));
  const faults = checkPolicyFile(policy, own);
  if (digest !== own.policySha256 || digest !== report.policySha256) {
    faults.push("policy.json is not the policy that the certificate was made for.");
  }
  return faults.length > 0 ? faults : "the rules are those of the certificate";
}

/** Tallies that are exact although the policy does not name their kind, or that no list names. */
async function findUnprotected(release: Place, own: Certificate): Promise<string[]> {
  const bodies = readBodies(await readJson(release, "policy.json"));
  const { files } = await readParsed(release, "manifest.json", manifest);
  const rounded = new Set(own.tallies.map(({ name }) => name));
  const exact = new Set(
    own.exact.filter(({ kind }) => bodies.includes(kind)).map(({ name }) => name),
  );
  const kinds = new Set(own.tallies.map(({ kind }) => kind));
  return [
    ...files
      .flatMap(({ path }) => /^tallies\/(\w+)\.json$/.exec(path)?.[1] ?? [])
      .filter((name) => !rounded.has(name) && !exact.has(name))
      .map((name) => `The tally ${name} is exact, and the policy does not say that it may be.`),
    ...own.exact
      .filter(({ name, kind }) => rounded.has(name) || kinds.has(kind))
      .map(({ name }) => `The tally ${name} is called exact and rounded at once.`),
  ];
}

const rows = z.array(z.record(z.string(), z.union([z.string(), z.number()])));

async function checkTallies(release: Place, own: Certificate): Promise<string | string[]> {
  const faults: string[] = [];
  const tallies: PublishedTally[] = [];
  for (const info of own.tallies) {
    const path = `tallies/${info.name}.json`;
    const bytes = await release.read(path);
    if (bytes === undefined || (await digestOf(bytes)) !== info.sha256) {
      faults.push(`${path} is not the tally that the certificate was made for.`);
    }
    tallies.push({ ...info, rows: await readParsed(release, path, rows) });
  }
  faults.push(...(await findUnprotected(release, own)));
  faults.push(...checkRoundedTallies(tallies, own.base));
  if (faults.length > 0) return faults;
  const counts = tallies.reduce((sum, tally) => sum + tally.rows.length, 0);
  return `each of ${counts.toLocaleString("en")} counts, and each 0, can be ${own.base} or more different numbers`;
}
