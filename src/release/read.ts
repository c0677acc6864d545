import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readFolder } from "../trust/disk.ts";
import {
  isAttestationOf,
  parseAttestation,
  type Attestation,
} from "../trust/statements/read-attestation.ts";
import { isKeyGivenUp, readProof, type Proof } from "../trust/read-proof.ts";
import { parseRelease, type ReleaseFiles } from "./parse.ts";

export type { AttackedKind, ReleaseAttack } from "./attack.ts";
export type { Sibling } from "./siblings.ts";
export type { IndicatorRelease } from "./parse.ts";
export type { Attestation } from "../trust/statements/read-attestation.ts";
export type { Proof } from "../trust/read-proof.ts";

/** A release of one tier, what proves it, and what auditors attest of it. */
export interface Release extends ReleaseFiles {
  readonly proof: Proof;
  /** Whether the key that signed it is not the programme's any more. */
  readonly keyGivenUp: boolean;
  /** In the order of the log. */
  readonly attestations: readonly Attestation[];
}

/**
 * Reads the release in `folder` (`releases/<id>/<tier>/`). The site's one door: it can show a
 * release, it cannot compute one.
 * @throws Error when a file is missing or does not fulfil its schema.
 */
export async function readRelease(folder: string): Promise<Release> {
  const files = await parseRelease(folder, (path) => readFile(join(folder, path), "utf8"));
  const proof = await readProof(readFolder(folder));
  return {
    ...files,
    proof,
    keyGivenUp: await isKeyGivenUp(proof, readFolder(join(folder, "../../keys"))),
    attestations: await readAttestations(join(folder, "../attestations"), files.about.tier),
  };
}

async function readAttestations(folder: string, tier: string): Promise<Attestation[]> {
  const names = await readdir(folder).catch(() => []);
  const own = names.filter((name) => isAttestationOf(tier, name));
  const found = await Promise.all(
    own.map(async (name) => parseAttestation(await readFile(join(folder, name), "utf8"), name)),
  );
  return found.sort((a, b) => a.bundle.index - b.bundle.index);
}
