import { gzipSync } from "node:zlib";
import { encryptTo } from "../engines/age.ts";
import { factsOf } from "../release/files.ts";
import { namespaces } from "../trust/ssh/allowed-signers.ts";
import { encodeText, type Bytes } from "../trust/bytes.ts";
import type { Signer } from "../trust/keys/ed25519.ts";
import { signFile } from "../trust/ssh/ssh-signature.ts";
import { digestOf } from "../verify/files.ts";
import { packFiles, type Files } from "./archive.ts";
import type { Chosen } from "./choose.ts";
import { formatManifest, revocationRule, type BundleManifest } from "./manifest.ts";
import { sealProblems } from "./problems.ts";
import type { SiteFacts } from "./site-files.ts";

/** The files of a bundle: they travel together. */
export interface Bundle {
  /** What the three are called but for their ending: `meridian-2026-q3-sponsor`. */
  readonly name: string;
  readonly manifest: BundleManifest;
  /** `.age`: the archive, compressed and encrypted. */
  readonly cipher: Bytes;
  /** `.json` */
  readonly manifestBytes: Bytes;
  /** `.json.sig`, where there is a key. */
  readonly signature: Bytes | undefined;
}

export interface BundleParts {
  readonly files: Files;
  readonly facts: SiteFacts;
  readonly chosen: Chosen;
  readonly signer: Signer | undefined;
}

/**
 * Seals the files of a restricted site. The archive is the same each time; the encrypted bytes and
 * what is said of them differ, since each bundle has a file key of its own, made at random.
 * @throws Problem for the public tier, and for files that an archive cannot hold
 */
export async function sealBundle({ files, facts, chosen, signer }: BundleParts): Promise<Bundle> {
  const { programme, release, published, tier, logged } = facts;
  if (tier === "public") throw sealProblems.publicTier();
  const archive = packFiles(files);
  const keys = [...chosen.recipients, ...chosen.recovery].map(({ key }) => key);
  const cipher = await encryptTo(keys, new Uint8Array(gzipSync(archive, { level: 9 })));
  const { bytes, sha256, locator } = factsOf("", cipher);
  const manifest: BundleManifest = {
    format: "plumbline-bundle/1",
    ...{ programme, release, tier, published },
    file: { bytes, sha256, locator: [locator[0], locator[1]] },
    content: {
      bytes: archive.length,
      // With the 32 secret bytes of `blinding` in it nobody can try contents until one fits.
      sha256: logged === null ? null : await digestOf(archive),
      logged,
    },
    ...chosen,
    revocation: revocationRule,
  };
  const manifestBytes = formatManifest(manifest);
  const signature = signer && encodeText(await signFile(manifestBytes, namespaces.bundle, signer));
  return { name: nameBundle(facts), manifest, cipher, manifestBytes, signature };
}

/** What the files of a bundle are called but for their ending. */
export function nameBundle({ programme, release, tier }: SiteFacts): string {
  return `${programme.id}-${release}-${tier}`;
}
