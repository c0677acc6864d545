import { findSigner, namespaces, type AllowedSigner } from "../trust/ssh/allowed-signers.ts";
import type { Bytes } from "../trust/bytes.ts";
import type { PublicKeys } from "../trust/keys/published-keys.ts";

/**
 * Whose key signed a bundle. A key that came later may seal an earlier release, again or for the
 * first time; one that was given up before the release was published may not.
 * @param day on which the release was published
 * @param what names the file in a message
 * @throws Problem for a key that may not sign bundles, was revoked or given up
 */
export function findSealer(
  { signers, revoked }: PublicKeys,
  publicKey: Bytes,
  day: string,
  what: string,
): AllowedSigner {
  const query = { publicKey, namespace: namespaces.bundle, day, orLater: true as const, what };
  return findSigner(signers, revoked, query);
}
