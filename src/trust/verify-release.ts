import { findSigner, namespaces, type AllowedSigner } from "./allowed-signers.ts";
import { decodeText, equalBytes, type Bytes, type ReadFile } from "./bytes.ts";
import { isKeyAt, type KeySpan } from "./key-history.ts";
import type { Policy } from "./policy.ts";
import { trustProblems } from "./problems.ts";
import type { PublicKeys } from "./published-keys.ts";
import type { Witnessed } from "./quorum.ts";
import { parseBundle } from "./sigstore-bundle.ts";
import { makeKeyFinder } from "./ssh-key.ts";
import { parseSshSignature, verifySshSignature } from "./ssh-signature.ts";
import { parseStatement, type ReleasePredicate } from "./statements.ts";
import { parseSums, verifySubject, type Sum } from "./sums.ts";
import { parseTlogProof, verifyTlogProof } from "./tlog-proof.ts";
import { verifyBundle } from "./verify-bundle.ts";

export interface VerifyReleaseOptions {
  /** The reader's own policy and keys; those of the place under test prove nothing. */
  readonly policy: Policy;
  readonly keys: PublicKeys;
  /** From `verifyLog`: then the key has to be the one that signed at that place of the log. */
  readonly history?: readonly KeySpan[];
}

export interface VerifiedRelease {
  readonly statement: ReleasePredicate;
  readonly signer: AllowedSigner;
  /** What `verifyFiles` holds each file against. */
  readonly sums: readonly Sum[];
  readonly index: number;
  /** Entries of the log at the checkpoint that the proof carries. */
  readonly size: number;
  readonly witnessed: readonly Witnessed[];
}

/**
 * Checks all that proves a release: the signature on its list of files, the signed statement, and
 * both proofs that the log holds it. The files themselves are for `verifyFiles`.
 * @param read reads files of the release's folder
 * @throws Problem for the first thing that is missing or does not hold
 */
export async function verifyRelease(
  read: ReadFile,
  { policy, keys, history }: VerifyReleaseOptions,
): Promise<VerifiedRelease> {
  const sums = await readProof(read, "SHA256SUMS");
  const signature = parseSshSignature(textOf(await readProof(read, "SHA256SUMS.sig")));
  await verifySshSignature(sums, signature, namespaces.release, "SHA256SUMS");
  const what = "the release";
  const { publicKey } = signature;
  const query = { publicKey, namespace: namespaces.release, what };
  const signer = findSigner(keys.signers, keys.revoked, query);
  const bundle = parseBundle(textOf(await readProof(read, "release.sigstore.json")));
  const findKey = await makeKeyFinder([publicKey]);
  const { payload, index, size, witnessed } = await verifyBundle(bundle, { policy, findKey, what });
  const { kind, subject, predicate } = parseStatement(payload);
  if (kind !== "release") throw trustProblems.contradiction("the statement is not on a release");
  const blinding = predicate.blinded ? await readProof(read, "blinding") : undefined;
  await verifySubject(subject, sums, blinding);
  const proof = parseTlogProof(textOf(await readProof(read, "release.tlog-proof")));
  await verifyTlogProof(proof, bundle.entry, policy);
  if (proof.index !== index || !equalBytes(proof.checkpoint.root, bundle.checkpoint.root)) {
    throw trustProblems.contradiction("the two proofs speak of different places in the log");
  }
  if (history !== undefined && !isKeyAt(history, publicKey, index)) {
    throw trustProblems.contradiction("the release is not signed by the key that signed then");
  }
  return { statement: predicate, signer, sums: parseSums(textOf(sums)), index, size, witnessed };
}

async function readProof(read: ReadFile, path: string): Promise<Bytes> {
  const bytes = await read(path);
  if (bytes === undefined) throw trustProblems.missingProof(path);
  return bytes;
}

/** What is not UTF-8 is no file of ours, and refused as empty text. */
function textOf(bytes: Bytes): string {
  return decodeText(bytes) ?? "";
}
