import { spawnSync } from "node:child_process";
import { createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundleFromJSON, type SerializedBundle } from "@sigstore/bundle";
import { TrustedRoot } from "@sigstore/protobuf-specs";
import { toSignedEntity, toTrustMaterial, Verifier } from "@sigstore/verify";

/** Sigstore's own verifier, with the files that a reader has. It throws where it does not agree. */
export function verifyWithSigstore(bundle: string, trustedRoot: string, publicKey: string): void {
  const root = TrustedRoot.fromJSON(JSON.parse(trustedRoot));
  const key = createPublicKey(publicKey);
  const trust = toTrustMaterial(root, () => ({ publicKey: key, validFor: () => true }));
  const verifier = new Verifier(trust, {
    tlogThreshold: 1,
    ctlogThreshold: 0,
    timestampThreshold: 0,
  });
  verifier.verify(toSignedEntity(bundleFromJSON(JSON.parse(bundle) as SerializedBundle)));
}

export const hasSshKeygen = spawnSync("ssh-keygen", ["-?"]).error === undefined;

export interface SshQuestion {
  readonly folder: string;
  readonly keys: string;
  readonly name: string;
  readonly namespace: string;
  /** `20260731Z`: as if it were that day. */
  readonly day: string;
}

/** What `ssh-keygen -Y verify` says of SHA256SUMS: its exit code. */
export function verifyWithSsh({ folder, keys, name, namespace, day }: SshQuestion): number | null {
  const args = [
    ...["-Y", "verify", "-f", join(keys, "allowed_signers"), "-r", join(keys, "revoked_keys")],
    ...["-I", name, "-n", namespace, "-s", join(folder, "SHA256SUMS.sig")],
    ...["-O", `verify-time=${day}`],
  ];
  return spawnSync("ssh-keygen", args, { input: readFileSync(join(folder, "SHA256SUMS")) }).status;
}

/** What `sha256sum -c --strict` says of a release: its exit code. */
export function checkWithSha256sum(folder: string): number | null {
  return spawnSync("sha256sum", ["-c", "--strict", "SHA256SUMS"], { cwd: folder }).status;
}
