import { identityToRecipient } from "age-encryption";
import { encryptTo, makeIdentity } from "../../src/engines/age.ts";
import { factsOf } from "../../src/release/files.ts";
import type { TierName } from "../../src/release/schema.ts";
import type { Files } from "../../src/seal/archive.ts";
import { chooseRecipients } from "../../src/seal/choose.ts";
import type { Identity } from "../../src/seal/identities.ts";
import { formatManifest, type BundleManifest } from "../../src/seal/manifest.ts";
import type { OpenOptions, SealedFiles } from "../../src/seal/open-bundle.ts";
import type { RecipientsFile } from "../../src/seal/recipients.ts";
import { sealBundle, type Bundle } from "../../src/seal/seal-bundle.ts";
import { describeSite } from "../../src/seal/site-files.ts";
import { formatAllowedSigners, namespaces } from "../../src/trust/ssh/allowed-signers.ts";
import { encodeText, type Bytes } from "../../src/trust/bytes.ts";
import type { Signer } from "../../src/trust/keys/ed25519.ts";
import { signFile } from "../../src/trust/ssh/ssh-signature.ts";
import type { Anchor } from "../../src/verify/anchor.ts";
import { aboutOf, testKeys } from "../trust/programme.ts";

export async function newIdentity(): Promise<Identity> {
  const secret = await makeIdentity();
  return { secret, recipient: await identityToRecipient(secret) };
}

/** People of the tests, each with a key made for this run. */
export const people = {
  inspector: await newIdentity(),
  expired: await newIdentity(),
  revoked: await newIdentity(),
  sponsor: await newIdentity(),
  safe: await newIdentity(),
  notary: await newIdentity(),
  stranger: await newIdentity(),
};

const expires = "2027-12-31";

export const recipientsFile: RecipientsFile = {
  recipients: [
    { name: "Inspector", tier: "auditor", key: people.inspector.recipient, expires },
    {
      name: "Former inspector",
      tier: "auditor",
      key: people.expired.recipient,
      expires: "2026-10-29",
    },
    {
      ...{ name: "Lost laptop", tier: "auditor", key: people.revoked.recipient, expires },
      revoked: "2026-11-02",
    },
    { name: "Board", tier: "sponsor", key: people.sponsor.recipient, expires },
  ],
  recovery: [
    { name: "Safe", key: people.safe.recipient },
    { name: "Notary", key: people.notary.recipient },
  ],
};

/** As much of a restricted site as a bundle looks into. */
export function makeSite(tier: TierName = "auditor", blinded = true): Map<string, Bytes> {
  const { name, publicKey } = testKeys.release;
  const listing = {
    ...{ format: "plumbline-site/1", tier, base: "/", site: null, files: [] },
    releases: ["2026-q2", "2026-q3"],
  };
  const folder = "releases/2026-q3/files";
  const texts: [string, string][] = [
    ["index.html", "<p>7</p>\n"],
    ["site.json", JSON.stringify(listing)],
    [`${folder}/about.json`, JSON.stringify(aboutOf("2026-q3", tier, "2026-10-30"))],
    [`${folder}/SHA256SUMS`, `${"ab".repeat(32)}  figures.csv\n`],
    [
      "keys/allowed_signers",
      formatAllowedSigners([{ name, namespace: namespaces.site, publicKey }]),
    ],
  ];
  const files = new Map(texts.map(([path, text]) => [path, encodeText(text)]));
  if (blinded) files.set(`${folder}/blinding`, new Uint8Array(32).fill(9));
  return files;
}

/** A bundle of it for auditors, signed unless told. */
export async function makeBundle(
  files: Files = makeSite(),
  signer: Signer | undefined = testKeys.release,
): Promise<Bundle> {
  const facts = await describeSite(files, "the site");
  const chosen = chooseRecipients(recipientsFile, { tier: "auditor", published: "2026-10-30" });
  return sealBundle({ files, facts, chosen, signer });
}

/** The same, signed by nobody. */
export async function unsigned(files?: Files): Promise<Bundle> {
  return { ...(await makeBundle(files)), signature: undefined };
}

/** A bundle as it came, with some of it changed on the way. */
export function sealedFiles(
  { name, cipher, manifestBytes, signature }: Bundle,
  changed: Partial<SealedFiles> = {},
): SealedFiles {
  const [path, manifestPath] = [`${name}.age`, `${name}.json`];
  return { path, cipher, manifestPath, manifestBytes, signature, ...changed };
}

/** Another encrypted file under the same manifest, as somebody makes it who cannot sign. */
export async function withCipher(
  { manifest, name }: Bundle,
  cipher: Bytes,
  changes: Partial<BundleManifest> = {},
  signer?: Signer,
): Promise<SealedFiles> {
  const { bytes, sha256, locator } = factsOf("", cipher);
  const file = { bytes, sha256, locator: [locator[0], locator[1]] as [number, number] };
  const manifestBytes = formatManifest({ ...manifest, file, ...changes });
  const signature = signer && encodeText(await signFile(manifestBytes, namespaces.bundle, signer));
  const [path, manifestPath] = [`${name}.age`, `${name}.json`];
  return { path, cipher, manifestPath, manifestBytes, signature };
}

/** Encrypts to those of the manifest, and to more where asked. */
export async function encryptFor(
  { manifest }: Bundle,
  plain: Bytes,
  ...more: string[]
): Promise<Bytes> {
  const keys = [...manifest.recipients, ...manifest.recovery].map(({ key }) => key);
  return encryptTo([...keys, ...more], plain);
}

/** Whoever opens it, by their own identity, believing nobody unless told. */
export function as(identity: Identity, anchor?: Anchor): OpenOptions {
  return { identities: [identity], identityPath: "me.txt", anchor };
}

/** A reader who has the programme's key from elsewhere. */
export function anchorOf(
  key: Signer,
  days: { validAfter?: string; validBefore?: string } = {},
): Anchor {
  return {
    policy: { logs: [], witnesses: new Map(), groups: new Map(), quorum: "none" },
    signers: [{ name: key.name, namespace: namespaces.bundle, publicKey: key.publicKey, ...days }],
    ...{ revoked: [], seen: undefined, borrowed: false },
  };
}
