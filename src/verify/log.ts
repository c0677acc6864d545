import { decodeText, equalBytes, type Bytes } from "../trust/bytes.ts";
import { parseCheckpoint, type SignedCheckpoint } from "../trust/log/checkpoint.ts";
import { isKeyAt, readKeyHistory } from "../trust/keys/key-history.ts";
import { readLoggedStatements } from "../trust/log/logged-statements.ts";
import { proveConsistency, verifyConsistency } from "../trust/log/merkle.ts";
import type { Policy } from "../trust/log/policy.ts";
import { verifyQuorum } from "../trust/log/quorum.ts";
import { openTree, type LogTree } from "../trust/log/tiles.ts";
import type { Anchor } from "./anchor.ts";
import { check, type Check } from "./check.ts";
import type { LoggedRelease } from "./log-entry.ts";
import type { Place } from "./place.ts";
import { verifyProblems } from "./problems.ts";

/** The newest state of a log, which its key and enough witnesses have signed. */
export interface CurrentLog {
  readonly checkpoint: SignedCheckpoint;
  readonly tree: LogTree;
  /** Their names, joined; empty where the policy asks for none and none signed. */
  readonly witnesses: string;
}

/** @throws Problem where there is no log, or its checkpoint is not as the reader's policy asks */
export async function readCurrentLog(log: Place, anchor: Anchor): Promise<CurrentLog> {
  const { policy } = anchor;
  const checkpoint = await readCheckpoint(log, "checkpoint");
  if (checkpoint === undefined) throw verifyProblems.noCheckpoint();
  refuseStrangers("checkpoint", checkpoint, anchor);
  const witnessed = await verifyQuorum(checkpoint, policy);
  return {
    checkpoint,
    tree: openTree(log.read, checkpoint.size),
    witnesses: nameWitnesses(
      policy,
      witnessed.map(({ name }) => name),
    ),
  };
}

/** Whether enough witnesses saw the newest state of a log. */
export function checkWitnesses(read: () => Promise<CurrentLog>): Promise<Check> {
  return check("witnesses", async () => {
    const { witnesses, checkpoint } = await read();
    return witnesses === ""
      ? {
          unproven:
            "the policy asks for no witness: only the log itself says that all see the same",
        }
      : `${witnesses} saw the log with ${checkpoint.size} entries`;
  });
}

/**
 * Whether everybody was shown one history: the log continues each state of it that the reader has
 * seen, that a release was published with, or that still lies beside it. Reads a few tiles of it.
 * @param shown checkpoints that came with releases
 */
export function checkHistory(
  log: Place,
  current: CurrentLog,
  anchor: Anchor,
  shown: readonly SignedCheckpoint[],
): Promise<Check> {
  return check("history", async () => {
    const { checkpoint: now, tree } = current;
    const { seen } = anchor;
    if (seen !== undefined && seen.size > now.size) {
      throw verifyProblems.rolledBack(seen.size, now.size);
    }
    for (const one of shown)
      if (one.size > now.size) throw verifyProblems.stale(one.size, now.size);
    const earlier = [
      ...(seen === undefined ? [] : [seen]),
      ...shown,
      ...(await listEarlier(log, anchor)),
    ];
    for (const one of earlier) {
      if (one !== seen) await verifyQuorum(one, { ...anchor.policy, quorum: "none" });
      await verifyConsistency({
        from: one.size,
        to: now.size,
        fromRoot: one.root,
        toRoot: now.root,
        proof: await proveConsistency(tree.readHash, one.size, now.size),
      });
    }
    const states = new Set(earlier.map(({ size }) => size)).size;
    const each = states === 1 ? "the state" : `each of ${states} states`;
    return `the log of ${now.size} entries continues ${each} of it that a reader has been shown`;
  });
}

/** Up to so many entries are read to follow changes of key; `verify` of the log itself reads all. */
const mostRead = 1000;

/**
 * Whether each release was signed by the key that signed for the programme at its place in the log,
 * whatever its date says.
 */
export function checkKeyOrder(
  log: Place,
  { checkpoint }: CurrentLog,
  releases: readonly LoggedRelease[],
): Promise<Check> {
  return check("keys", async () => {
    if (checkpoint.size > mostRead) {
      return { unproven: "the log is long: check it by itself to follow changes of key" };
    }
    const history = readKeyHistory(await readLoggedStatements(log.read, checkpoint.size));
    const late = releases.filter(
      ({ verified }) => !isKeyAt(history, verified.publicKey, verified.index),
    );
    return late.length === 0
      ? "each release is signed by the key that was the programme's at its place in the log"
      : late.map(
          ({ statement }) => `${statement.subject.name} is not signed by the key that signed then.`,
        );
  });
}

/** The checkpoints that were published before and still lie in the log's folder. */
async function listEarlier(log: Place, anchor: Anchor): Promise<SignedCheckpoint[]> {
  const paths = (await log.list?.()) ?? [];
  const found: SignedCheckpoint[] = [];
  for (const path of paths.filter((one) => /^checkpoint\.\d+$/.test(one))) {
    const checkpoint = (await readCheckpoint(log, path))!;
    if (path !== `checkpoint.${checkpoint.size}`) throw verifyProblems.misplaced(path);
    refuseStrangers(path, checkpoint, anchor);
    found.push(checkpoint);
  }
  return found;
}

/**
 * By its own policy a log publishes no signature of somebody else. (A reader with a policy of their
 * own may know fewer witnesses than the log has.)
 */
function refuseStrangers(path: string, { note }: SignedCheckpoint, { policy, borrowed }: Anchor) {
  const keys = [...policy.logs, ...policy.witnesses.values()];
  const isKnown = (name: string, keyId: Bytes): boolean =>
    keys.some((key) => key.name === name && equalBytes(key.keyId, keyId));
  const strange = note.signatures.some(({ name, keyId }) => !isKnown(name, keyId));
  if (borrowed && strange) throw verifyProblems.strangeSignature(path);
}

async function readCheckpoint(log: Place, path: string): Promise<SignedCheckpoint | undefined> {
  const bytes = await log.read(path);
  return bytes === undefined ? undefined : parseCheckpoint(decodeText(bytes) ?? "");
}

/** Witnesses by the names of their keys: the policy gives them labels of its own. */
export function nameWitnesses({ witnesses }: Policy, labels: readonly string[]): string {
  return labels.map((label) => witnesses.get(label)?.name ?? label).join(" and ");
}
