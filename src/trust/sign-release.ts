import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listReleaseFiles } from "../release/files.ts";
import { findDamage } from "../release/intact.ts";
import { releaseProblems } from "../release/problems.ts";
import { about, manifest } from "../release/schema.ts";
import { namespaces } from "./ssh/allowed-signers.ts";
import { signStatement } from "./log/append-statement.ts";
import { decodeText, encodeText, equalBytes } from "./bytes.ts";
import { readFolder, writeWhole } from "./disk.ts";
import type { Signer } from "./keys/ed25519.ts";
import type { SigningKeys } from "./keys/keys.ts";
import type { LogFolder } from "./log/log-folder.ts";
import { logProblems } from "./log-problems.ts";
import type { Policy } from "./log/policy.ts";
import { proveLogged } from "./log/prove-logged.ts";
import { formatBundle, parseBundle, type Bundle } from "./statements/sigstore-bundle.ts";
import { formatFingerprint } from "./ssh/ssh-key.ts";
import { signFile } from "./ssh/ssh-signature.ts";
import type { ReleasePredicate, Statement } from "./statements/statements.ts";
import { digestSums, formatSums, makeBlinding } from "./ssh/sums.ts";
import { formatTlogProof } from "./log/tlog-proof.ts";

const bundleFile = "release.sigstore.json";

export interface SignOptions {
  readonly keys: SigningKeys;
  readonly log: LogFolder;
  readonly policy: Policy;
}

/**
 * Signs the release in a folder, puts it into the log, and writes the files that prove both beside
 * it. The same release gives the same files.
 * @param folder `releases/<id>/<tier>`
 * @returns the release's place in the log
 * @throws Problem where the release is damaged, or is in the log already with other content
 */
export async function signRelease(
  folder: string,
  { keys, log, policy }: SignOptions,
): Promise<number> {
  const damage = await findDamage(folder);
  if (damage !== undefined) throw logProblems.damagedRelease(folder, damage);
  const predicate = await describeRelease(folder);
  const { release, tier, published } = predicate;
  const sums = encodeText(formatSums(await listReleaseFiles(folder)));
  const blinding = predicate.blinded
    ? await makeBlinding(keys.blinding, release, tier, sums)
    : undefined;
  const subject = { name: sumsName(release, tier), sha256: await digestSums(sums, blinding) };
  const statement: Statement = { kind: "release", subject, predicate };
  refuseOther(log, statement);
  const { index, ...signed } = await signStatement(log, keys, statement, [keys.release], published);
  await writeWhole(join(folder, "SHA256SUMS"), sums);
  const signature = await signFile(sums, namespaces.release, keys.release);
  await writeWhole(join(folder, "SHA256SUMS.sig"), signature);
  if (blinding !== undefined) await writeWhole(join(folder, "blinding"), blinding);
  const hint = await formatFingerprint(keys.release.publicKey);
  await writeProofs(folder, await proveLogged(log, policy, index, { ...signed, hint }), keys.log);
  return index;
}

/** The two files by which readers find a release in the log. */
export async function writeProofs(folder: string, bundle: Bundle, log: Signer): Promise<void> {
  await writeWhole(join(folder, "release.tlog-proof"), formatTlogProof(bundle));
  // Last, for it is what tells a signed release from an unsigned one.
  await writeWhole(join(folder, bundleFile), await formatBundle(bundle, log.publicKey));
}

/** What the statement on a release calls its list of files. */
export function sumsName(release: string, tier: string): string {
  return `releases/${release}/${tier}/SHA256SUMS`;
}

/** The proof that a folder bears; undefined where it bears none, or not of what lies there now. */
export async function findProof(folder: string): Promise<Bundle | undefined> {
  const read = readFolder(folder);
  const [sums, bundle] = [await read("SHA256SUMS"), await read(bundleFile)];
  if (sums === undefined || bundle === undefined) return undefined;
  const now = encodeText(formatSums(await listReleaseFiles(folder)));
  return equalBytes(sums, now) ? parseBundle(decodeText(bundle) ?? "") : undefined;
}

/**
 * What the statement says of a release, from the release's own files.
 * @throws Problem where they are not in the format of this version
 */
export async function describeRelease(folder: string): Promise<ReleasePredicate> {
  const read = async (path: string): Promise<unknown> =>
    readFile(join(folder, path), "utf8")
      .then((text) => JSON.parse(text) as unknown)
      .catch(() => undefined);
  const told = manifest.safeParse(await read("manifest.json"));
  const more = about.safeParse(await read("about.json"));
  if (!told.success || !more.success) throw releaseProblems.otherFormat(folder);
  const { release, tier, supersedes } = told.data;
  const { cutOff, published } = more.data.release;
  return { release, tier, cutOff, published, supersedes, blinded: tier !== "public" };
}

/** A release that is out is out once. */
function refuseOther(log: LogFolder, own: Statement): void {
  const other = log.statements.find(
    ({ statement: { kind, subject } }) => kind === "release" && subject.name === own.subject.name,
  );
  if (other === undefined || other.statement.subject.sha256 === own.subject.sha256) return;
  const { release, tier } = own.predicate as ReleasePredicate;
  throw logProblems.alreadyLogged(release, tier);
}
