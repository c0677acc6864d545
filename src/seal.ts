import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { findSiteKeys } from "./publish/site-keys.ts";
import { chooseRecipients, describeFault } from "./seal/choose.ts";
import { revocationRule, sealedTier, type SealedTier } from "./seal/manifest.ts";
import { sealProblems } from "./seal/problems.ts";
import { findPublishedPlace, readSealable, refuseUnsound } from "./seal/places.ts";
import { readRecipients } from "./seal/recipients.ts";
import { nameBundle, sealBundle, type Bundle } from "./seal/seal-bundle.ts";
import { findSealer } from "./seal/sealers.ts";
import { readFolder, writeWhole } from "./trust/disk.ts";
import type { Signer } from "./trust/keys/ed25519.ts";
import { readPublicKeys } from "./trust/keys/published-keys.ts";
import { isThrowAway } from "./trust/keys/throw-away.ts";

interface Flags {
  readonly tier: string;
  readonly release: string;
  readonly releases: string;
  readonly site?: string;
  readonly recipients: string;
  readonly to?: string[];
  readonly out: string;
  readonly keys?: string;
  readonly json?: true;
}

/** `plumbline seal`: a restricted site as an encrypted bundle for named recipients. */
export function sealCommand(): Command {
  return new Command("seal")
    .description(
      "encrypt the site of a restricted tier for named recipients, so that it can travel",
    )
    .requiredOption("--tier <tier>", "sponsor or auditor")
    .requiredOption("--release <id>", "the release that is sealed: the newest of the site")
    .option("--releases <dir>", "folder that holds the releases", "releases")
    .option("--site <dir>", "the built site; by default dist/<tier>")
    .requiredOption("--recipients <file>", "who may read it, such as recipients.yaml")
    .option("--to <name...>", "seal to these names of the file only")
    .requiredOption("--out <dir>", "folder for the bundle")
    .option("--keys <dir>", "sign it: folder of the programme's keys; else PLUMBLINE_KEYS is asked")
    .option("--json", "print the result as JSON")
    .action(seal);
}

async function seal(flags: Flags): Promise<void> {
  const tier = readTier(flags.tier);
  refuseOut(flags.out);
  const file = await readRecipients(flags.recipients);
  const site = flags.site ?? join("dist", tier);
  const { files, facts } = await readSealable({ ...flags, site, tier });
  const { published } = facts;
  const chosen = chooseRecipients(file, { tier, published, only: flags.to });
  const signer = (await findSiteKeys(flags.releases, flags.keys))?.release;
  if (signer !== undefined) await refuseUnlisted(flags.releases, signer, published);
  refuseTaken(flags.out, nameBundle(facts));
  await refuseUnsound(site, files);
  const bundle = await sealBundle({ files, facts, chosen, signer });
  const paths = await writeBundle(flags.out, bundle);
  if (flags.json === true) {
    console.log(JSON.stringify({ paths, signed: signer !== undefined, ...bundle.manifest }));
  } else for (const line of describeBundle(bundle, paths, signer)) console.log(line);
}

function readTier(tier: string): SealedTier {
  if (tier === "public") throw sealProblems.publicTier();
  const parsed = sealedTier.safeParse(tier);
  if (!parsed.success) throw sealProblems.unknownTier();
  return parsed.data;
}

/** A file that is not in its list spoils a site or a release. */
function refuseOut(out: string): void {
  const place = findPublishedPlace(resolve(out));
  if (place !== undefined) throw sealProblems.publishedPlace(out, place);
}

/** What readers would refuse is not signed. */
async function refuseUnlisted(releases: string, { publicKey }: Signer, day: string): Promise<void> {
  const folder = join(releases, "keys");
  const keys = await readPublicKeys(readFolder(folder));
  try {
    findSealer(keys, publicKey, day, "the bundle");
  } catch {
    throw sealProblems.keyNotListed(join(folder, "allowed_signers"));
  }
}

function refuseTaken(out: string, name: string): void {
  const paths = [".age", ".json", ".json.sig"].map((end) => join(out, name + end));
  const taken = paths.find((path) => existsSync(path));
  if (taken !== undefined) throw sealProblems.bundleExists(taken);
}

/** The manifest last: without it nobody takes the encrypted file for a bundle. */
async function writeBundle(out: string, bundle: Bundle): Promise<string[]> {
  const { name, cipher, signature, manifestBytes } = bundle;
  const contents = [
    [".age", cipher],
    [".json.sig", signature],
    [".json", manifestBytes],
  ] as const;
  refuseTaken(out, name);
  const paths: string[] = [];
  for (const [end, bytes] of contents) {
    if (bytes === undefined) continue;
    const path = join(out, name + end);
    await writeWhole(path, bytes);
    paths.push(path);
  }
  return paths.sort();
}

function describeBundle(
  { manifest }: Bundle,
  paths: readonly string[],
  signer: Signer | undefined,
): string[] {
  const { release, tier, published, file, recipients, recovery, leftOut } = manifest;
  const names = (all: readonly { name: string }[]): string => all.map((one) => one.name).join(", ");
  return [
    `Release ${release} (${tier}), ${file.bytes.toLocaleString("en")} bytes: ${paths.join(", ")}`,
    `Sealed to: ${names(recipients)}`,
    `Can be recovered with: ${names(recovery)}`,
    ...leftOut.map((one) => `Left out: ${one.name}: ${describeFault(one)}`),
    `Keys count as expired by the day of publication, ${published}, and not by today's.`,
    revocationRule,
    describeSigner(signer),
  ];
}

function describeSigner(signer: Signer | undefined): string {
  if (signer === undefined) {
    return "There is no key to sign with: nobody can tell who sealed this bundle. --keys signs it.";
  }
  return isThrowAway(signer.name)
    ? "It is signed with throw-away keys, which are for trying out: they prove nothing."
    : `It is signed by ${signer.name}.`;
}
