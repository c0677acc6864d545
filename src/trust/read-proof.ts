import { encodeBase64, encodeHex, sha256, decodeText, type Bytes, type ReadFile } from "./bytes.ts";
import { parseBundle } from "./statements/sigstore-bundle.ts";
import { readPublicKeys } from "./keys/published-keys.ts";
import { isThrowAway } from "./keys/throw-away.ts";
import { namespaces } from "./ssh/allowed-signers.ts";
import { formatFingerprint } from "./ssh/ssh-key.ts";

/** What a release bears as proof of who made it, and of its place in the log. */
export interface Proof {
  readonly status: "unsigned" | "signed" | "throw-away";
  /** The file whose digest stands for the whole release. */
  readonly document: "SHA256SUMS" | "manifest.json";
  readonly documentSha256: string;
  /** Null while the release is unsigned. */
  readonly log: LogPlace | null;
}

export interface LogPlace {
  readonly origin: string;
  readonly index: number;
  /** Entries of the log at the checkpoint that the release carries, and its root in base64. */
  readonly size: number;
  readonly rootHash: string;
  /** `SHA256:…`, as ssh-keygen shows it. */
  readonly keyFingerprint: string;
  /** Names of the keys that signed the checkpoint beside the log's own. */
  readonly witnesses: readonly string[];
}

/**
 * Reads what a release says of its own proof. It shows the proof and does not check it: that is for
 * `plumbline verify`.
 * @param read reads files of the release's folder
 * @throws Problem where the proof is malformed
 */
export async function readProof(read: ReadFile): Promise<Proof> {
  const [sums, file] = [await read("SHA256SUMS"), await read("release.sigstore.json")];
  if (sums === undefined || file === undefined) {
    const manifest = (await read("manifest.json")) ?? new Uint8Array();
    return { status: "unsigned", ...(await describe("manifest.json", manifest)), log: null };
  }
  const { hint, index, checkpoint } = parseBundle(decodeText(file) ?? "");
  const { origin, size, root, note } = checkpoint;
  const witnesses = note.signatures.map(({ name }) => name).filter((name) => name !== origin);
  return {
    status: isThrowAway(origin) ? "throw-away" : "signed",
    ...(await describe("SHA256SUMS", sums)),
    log: { origin, index, size, rootHash: encodeBase64(root), keyFingerprint: hint, witnesses },
  };
}

/**
 * Whether the key that signed a release was changed or given up since: `ssh-keygen` has to be told then
 * for which day it is to check.
 * @param read reads files of the folder of public keys
 * @throws Problem where a list of keys is malformed
 */
export async function isKeyGivenUp({ log }: Proof, read: ReadFile): Promise<boolean> {
  if (log === null) return false;
  for (const { namespace, publicKey, validBefore } of (await readPublicKeys(read)).signers) {
    if (namespace !== namespaces.release || validBefore === undefined) continue;
    if ((await formatFingerprint(publicKey)) === log.keyFingerprint) return true;
  }
  return false;
}

async function describe(document: Proof["document"], bytes: Bytes) {
  return { document, documentSha256: encodeHex(await sha256(bytes)) };
}
