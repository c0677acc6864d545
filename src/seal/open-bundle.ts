import { gunzipSync } from "node:zlib";
import { countRecipients, decryptWith } from "../engines/age.ts";
import { namespaces } from "../trust/ssh/allowed-signers.ts";
import { decodeText, encodeHex, type Bytes } from "../trust/bytes.ts";
import { readPublicKeys } from "../trust/keys/published-keys.ts";
import { formatFingerprint } from "../trust/ssh/ssh-key.ts";
import { parseSshSignature, verifySshSignature } from "../trust/ssh/ssh-signature.ts";
import type { Anchor } from "../verify/anchor.ts";
import { digestOf, findChanges } from "../verify/files.ts";
import { unpackFiles, type Files } from "./archive.ts";
import type { Identity } from "./identities.ts";
import { parseManifest, type BundleManifest } from "./manifest.ts";
import { sealProblems } from "./problems.ts";
import { findSealer } from "./sealers.ts";
import { describeSite, placeOf } from "./site-files.ts";

/** A bundle as it came, and how messages call its files. */
export interface SealedFiles {
  readonly path: string;
  readonly cipher: Bytes;
  readonly manifestPath: string;
  readonly manifestBytes: Bytes;
  readonly signature: Bytes | undefined;
}

export interface OpenOptions {
  readonly identities: readonly Identity[];
  /** Names the file of identities in a message. */
  readonly identityPath: string;
  /** Whom the reader believes; undefined to take the bundle's own word. */
  readonly anchor: Anchor | undefined;
}

export interface OpenedBundle {
  readonly manifest: BundleManifest;
  readonly files: Files;
  readonly signed: ManifestSignature;
}

/** What is known of who sealed a bundle; without `name` it is the signature's own word. */
export interface ManifestSignature {
  readonly publicKey: Bytes | undefined;
  readonly fingerprint: string | undefined;
  readonly name: string | undefined;
}

/**
 * Opens a bundle after checking it: who signed its manifest, that not a byte of it was changed,
 * that it is encrypted to as many keys as the manifest names and one of them is the reader's, and
 * that it holds what the manifest says. Nothing is given where any of it does not hold.
 * @throws Problem for the first thing that does not hold, and for keys that it is not sealed to
 */
export async function openBundle(sealed: SealedFiles, options: OpenOptions): Promise<OpenedBundle> {
  const { path, cipher, manifestPath, manifestBytes } = sealed;
  const manifest = parseManifest(manifestBytes, manifestPath);
  const signed = await checkSigner(sealed, manifest, options.anchor);
  const [change] = await findChanges(placeOf(new Map([[path, cipher]]), path), [
    { path, ...manifest.file },
  ]);
  if (change !== undefined) throw sealProblems.changed(change);
  const holders = [...manifest.recipients, ...manifest.recovery];
  const found = countRecipients(cipher);
  if (found !== holders.length) throw sealProblems.otherKeys(path, found, holders.length);
  const named = new Set(holders.map(({ key }) => key));
  const own = options.identities.filter(({ recipient }) => named.has(recipient));
  if (own.length === 0) {
    throw sealProblems.notForYou(
      options.identityPath,
      holders.map(({ name }) => name),
    );
  }
  const packed = await decryptWith(
    own.map(({ secret }) => secret),
    cipher,
  );
  if (packed === undefined) throw sealProblems.doesNotOpen(path);
  const files = unpackFiles(await unpress(packed, manifest, path));
  await checkContent(files, manifest, path);
  if (options.anchor === undefined) await checkOwnSigner(files, signed, manifestPath);
  return { manifest, files, signed };
}

async function checkSigner(
  { manifestBytes, manifestPath, signature }: SealedFiles,
  { published }: BundleManifest,
  anchor: Anchor | undefined,
): Promise<ManifestSignature> {
  if (signature === undefined) {
    if (anchor !== undefined) throw sealProblems.unsigned(manifestPath);
    return { publicKey: undefined, fingerprint: undefined, name: undefined };
  }
  const parsed = parseSshSignature(decodeText(signature) ?? "", `${manifestPath}.sig`);
  await verifySshSignature(manifestBytes, parsed, namespaces.bundle, manifestPath);
  const { publicKey } = parsed;
  const fingerprint = await formatFingerprint(publicKey);
  if (anchor === undefined) return { publicKey, fingerprint, name: undefined };
  const { name } = findSealer(anchor, publicKey, published, manifestPath);
  return { publicKey, fingerprint, name };
}

/** No more is unpacked than was said, so that a small file cannot fill the memory. */
async function unpress(packed: Bytes, { content }: BundleManifest, path: string): Promise<Bytes> {
  let archive: Bytes;
  try {
    archive = new Uint8Array(gunzipSync(packed, { maxOutputLength: content.bytes }));
  } catch {
    throw sealProblems.otherContent(path);
  }
  const same = content.sha256 === null || content.sha256 === (await digestOf(archive));
  if (archive.length === content.bytes && same) return archive;
  throw sealProblems.otherContent(path);
}

async function checkContent(files: Files, manifest: BundleManifest, path: string): Promise<void> {
  const facts = await describeSite(files, path);
  const same =
    facts.tier === manifest.tier &&
    facts.listing.tier === manifest.tier &&
    facts.release === manifest.release &&
    facts.published === manifest.published &&
    facts.programme.id === manifest.programme.id &&
    facts.programme.name === manifest.programme.name &&
    facts.logged === manifest.content.logged;
  if (!same) throw sealProblems.otherContent(path);
}

/** Who sealed a site is one of those who may publish it, as the site itself names them. */
async function checkOwnSigner(
  files: Files,
  { publicKey }: ManifestSignature,
  path: string,
): Promise<void> {
  if (publicKey === undefined) return;
  const { signers, revoked } = await readPublicKeys((name) =>
    Promise.resolve(files.get(`keys/${name}`)),
  );
  const own = encodeHex(publicKey);
  const uses: readonly string[] = [namespaces.site, namespaces.bundle];
  const listed = signers.some(
    (one) => uses.includes(one.namespace) && encodeHex(one.publicKey) === own,
  );
  if (!listed || revoked.some((key) => encodeHex(key) === own)) {
    throw sealProblems.otherSigner(path);
  }
}
