import { verifyCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
import { readCosignature } from "./cosignature.ts";
import { findSignature } from "./note.ts";
import type { Policy } from "./policy.ts";
import { trustProblems } from "../problems.ts";

/** A witness that signed a checkpoint, by the name that the policy gives it. */
export interface Witnessed {
  readonly name: string;
  /** Seconds since 1970. */
  readonly seconds: number;
}

/**
 * Checks a checkpoint against a reader's policy: signed by one of its logs, and cosigned by the
 * witnesses that it asks for.
 * @returns every witness of the policy that signed it, also beyond the quorum
 * @throws Problem where the log is another, a signature is not true, or witnesses are missing
 */
export async function verifyQuorum(
  checkpoint: SignedCheckpoint,
  policy: Policy,
): Promise<Witnessed[]> {
  const named = policy.logs.filter(({ name }) => name === checkpoint.origin);
  const log = named.find((key) => findSignature(checkpoint.note, key) !== undefined) ?? named[0];
  if (log === undefined) {
    throw trustProblems.unknownLog(
      checkpoint.origin,
      policy.logs.map(({ name }) => name),
    );
  }
  await verifyCheckpoint(checkpoint, log);
  const witnessed: Witnessed[] = [];
  for (const [name, key] of policy.witnesses) {
    const seconds = await readCosignature(checkpoint.note, key);
    if (seconds !== undefined) witnessed.push({ name, seconds });
  }
  const names = new Set(witnessed.map(({ name }) => name));
  if (policy.quorum === "none" || isMet(policy, policy.quorum, names)) return witnessed;
  throw trustProblems.noQuorum(checkpoint.size, describe(policy, policy.quorum), [...names]);
}

function isMet(policy: Policy, name: string, signed: ReadonlySet<string>): boolean {
  const group = policy.groups.get(name);
  if (group === undefined) return signed.has(name);
  return group.members.filter((one) => isMet(policy, one, signed)).length >= group.threshold;
}

function describe(policy: Policy, name: string): string {
  const group = policy.groups.get(name);
  if (group === undefined) return name;
  const members = group.members.map((one) => describe(policy, one)).join(", ");
  return `${group.threshold} of (${members})`;
}
