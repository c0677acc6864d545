import type { Bytes } from "../bytes.ts";
import { verifyEnvelope } from "./dsse.ts";
import type { Policy } from "../log/policy.ts";
import { trustProblems } from "../problems.ts";
import type { Witnessed } from "../log/quorum.ts";
import { verifyEntry } from "./rekor-entry.ts";
import type { Bundle } from "./sigstore-bundle.ts";
import { verifyTlogProof } from "../log/tlog-proof.ts";

export interface VerifyBundleOptions {
  /** The reader's own policy; one from the place under test proves nothing. */
  readonly policy: Policy;
  /** The public key that a bundle's hint speaks of; undefined for one that is not trusted. */
  readonly findKey: (hint: string) => Bytes | undefined;
  /** Names the bundle in a message. */
  readonly what?: string;
}

/** What is proven. It is for the caller to compare the statement's subject with the file. */
export interface VerifiedBundle {
  /** The statement's bytes: see `parseStatement`. */
  readonly payload: Bytes;
  readonly publicKey: Bytes;
  readonly index: number;
  /** Entries of the log at the checkpoint that the bundle carries. */
  readonly size: number;
  readonly witnessed: readonly Witnessed[];
}

/**
 * Checks everything that a bundle claims: who signed the statement, that the log holds it, that the
 * log's key signed the log as it is, and that the witnesses of the policy saw the same one.
 * @throws Problem for the first thing that does not hold
 */
export async function verifyBundle(
  bundle: Bundle,
  { policy, findKey, what = "the statement" }: VerifyBundleOptions,
): Promise<VerifiedBundle> {
  const publicKey = findKey(bundle.hint);
  if (publicKey === undefined) throw trustProblems.unknownKey(what);
  const payload = await verifyEnvelope(bundle.envelope, [publicKey], what);
  await verifyEntry(bundle.entry, bundle.envelope, [publicKey]);
  const witnessed = await verifyTlogProof(bundle, bundle.entry, policy);
  const { index, checkpoint } = bundle;
  return { payload, publicKey, index, size: checkpoint.size, witnessed };
}
