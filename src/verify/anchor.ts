import {
  parseAllowedSigners,
  parseRevokedKeys,
  type AllowedSigner,
} from "../trust/ssh/allowed-signers.ts";
import { decodeText, type Bytes } from "../trust/bytes.ts";
import { parseCheckpoint, type SignedCheckpoint } from "../trust/log/checkpoint.ts";
import { parsePolicy, type Policy } from "../trust/log/policy.ts";
import type { Place } from "./place.ts";
import { verifyProblems } from "./problems.ts";

/** Whom a reader believes: everything else is checked against this. */
export interface Anchor {
  readonly policy: Policy;
  readonly signers: readonly AllowedSigner[];
  readonly revoked: readonly Bytes[];
  /** The newest state of the log that the reader has seen, where one was kept. */
  readonly seen: SignedCheckpoint | undefined;
  /** Whether it came from the place under test, which proves nothing about who that is. */
  readonly borrowed: boolean;
}

/**
 * A reader's own folder: `policy`, `allowed_signers`, and where they have them `revoked_keys` and
 * the `checkpoint` that they saw last.
 * @throws Problem where it says nothing, or a file of it is malformed
 */
export async function readAnchor(folder: Place): Promise<Anchor> {
  const anchor = await parseAnchor(folder, folder, false);
  if (anchor === undefined) throw verifyProblems.noTrust(folder.name);
  const checkpoint = await readText(folder, "checkpoint");
  return { ...anchor, seen: checkpoint === undefined ? undefined : parseCheckpoint(checkpoint) };
}

/** What the place under test says of itself; undefined where it was never signed. */
export async function borrowAnchor(log: Place, keys: Place): Promise<Anchor | undefined> {
  return parseAnchor(log, keys, true);
}

async function parseAnchor(
  log: Place,
  keys: Place,
  borrowed: boolean,
): Promise<Anchor | undefined> {
  const policy = await readText(log, "policy");
  const signers = await readText(keys, "allowed_signers");
  if (policy === undefined || signers === undefined) return undefined;
  return {
    policy: await parsePolicy(policy),
    signers: parseAllowedSigners(signers),
    revoked: parseRevokedKeys((await readText(keys, "revoked_keys")) ?? ""),
    seen: undefined,
    borrowed,
  };
}

async function readText(place: Place, path: string): Promise<string | undefined> {
  const bytes = await place.read(path);
  return bytes === undefined ? undefined : (decodeText(bytes) ?? "");
}
