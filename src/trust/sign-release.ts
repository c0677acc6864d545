import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findDamage } from "../release/intact.ts";
import { listReleaseFiles } from "../release/files.ts";
import { about, manifest } from "../release/schema.ts";
import { namespaces } from "./allowed-signers.ts";
import { encodeText, equalBytes } from "./bytes.ts";
import { verifyCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
import { cosign } from "./cosignature.ts";
import { readFolder, writeWhole } from "./disk.ts";
import { signEnvelope } from "./dsse.ts";
import type { SigningKeys } from "./keys.ts";
import type { LogFolder } from "./log-folder.ts";
import { logProblems } from "./log-problems.ts";
import { makeVerifierKey } from "./note.ts";
import type { Policy } from "./policy.ts";
import { verifyQuorum } from "./quorum.ts";
import { formatEntry } from "./rekor-entry.ts";
import { formatBundle, type Bundle } from "./sigstore-bundle.ts";
import { formatFingerprint } from "./ssh-key.ts";
import { signFile } from "./ssh-signature.ts";
import { formatStatement, type ReleasePredicate, type Statement } from "./statements.ts";
import { digestSums, formatSums, makeBlinding } from "./sums.ts";
import { formatTlogProof } from "./tlog-proof.ts";

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
  const envelope = await signEnvelope(formatStatement(statement), [keys.release]);
  const { publicKey } = keys.release;
  const entry = await formatEntry(envelope, [publicKey]);
  const logged = { statement, envelope, publicKeys: [publicKey] };
  const index = await log.append(entry, logged, (text) => cosignAll(text, keys, published));
  await writeWhole(join(folder, "SHA256SUMS"), sums);
  const signature = await signFile(sums, namespaces.release, keys.release);
  await writeWhole(join(folder, "SHA256SUMS.sig"), signature);
  if (blinding !== undefined) await writeWhole(join(folder, "blinding"), blinding);
  const bundle = await proveLogged(log, policy, index, {
    envelope,
    entry,
    hint: await formatFingerprint(publicKey),
  });
  await writeWhole(join(folder, "release.tlog-proof"), formatTlogProof(bundle));
  // Last, for it is what tells a signed release from an unsigned one.
  const text = await formatBundle(bundle, keys.log.publicKey);
  await writeWhole(join(folder, "release.sigstore.json"), text);
  return index;
}

/** What the statement on a release calls its list of files. */
export function sumsName(release: string, tier: string): string {
  return `releases/${release}/${tier}/SHA256SUMS`;
}

/**
 * The proof that an entry is in the log, by the first checkpoint that the policy's witnesses signed;
 * where there is none, by the first that holds it.
 */
export async function proveLogged(
  log: LogFolder,
  policy: Policy,
  index: number,
  signed: Pick<Bundle, "envelope" | "entry" | "hint">,
): Promise<Bundle> {
  let checkpoint: SignedCheckpoint | undefined;
  for (let size = index + 1; size <= log.size; size++) {
    const candidate = await log.findCheckpoint(size);
    if (candidate === undefined) continue;
    await verifyCheckpoint(candidate, await makeVerifierKey(log.signer, 1));
    checkpoint ??= candidate;
    if (!(await isWitnessed(candidate, policy))) continue;
    checkpoint = candidate;
    break;
  }
  if (checkpoint === undefined) throw logProblems.damaged(log.folder);
  return { ...signed, index, checkpoint, proof: await log.proveInclusion(index, checkpoint.size) };
}

async function isWitnessed(checkpoint: SignedCheckpoint, policy: Policy): Promise<boolean> {
  return verifyQuorum(checkpoint, policy).then(
    () => true,
    () => false,
  );
}

/** Whether a folder bears its proof, and it is of what lies there now. */
export async function isSignedAsIs(folder: string): Promise<boolean> {
  const read = readFolder(folder);
  const [sums, bundle] = [await read("SHA256SUMS"), await read("release.sigstore.json")];
  if (sums === undefined || bundle === undefined) return false;
  return equalBytes(sums, encodeText(formatSums(await listReleaseFiles(folder))));
}

/** What the statement says of a release, from the release's own files. */
export async function describeRelease(folder: string): Promise<ReleasePredicate> {
  const read = async (path: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, path), "utf8"));
  const { release, tier, supersedes } = manifest.parse(await read("manifest.json"));
  const { cutOff, published } = about.parse(await read("about.json")).release;
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

/** Throw-away witnesses sign at noon of the day of publication: a build reads no clock. */
async function cosignAll(text: string, { witnesses }: SigningKeys, published: string) {
  const seconds = Date.parse(`${published}T12:00:00Z`) / 1000;
  return Promise.all(witnesses.map((witness) => cosign(text, witness, seconds)));
}
