import { decodeText, equalBytes, type ReadFile } from "../bytes.ts";
import { parseCheckpoint, verifyCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
import { logProblems } from "../log-problems.ts";
import { proveConsistency, verifyConsistency } from "./merkle.ts";
import type { VerifierKey } from "./note.ts";
import { openTree } from "./tiles.ts";
import { trustProblems } from "../problems.ts";

/**
 * Looks at a log as a witness does: whether its key signed it, and whether it continues all that
 * was seen of it before.
 * @param read reads files of the log's folder
 * @param seen the checkpoint that the witness remembers; undefined at the first time
 * @returns the checkpoint that it may sign
 * @throws Problem for a fork, a roll-back, or a log that is not its key's
 */
export async function inspectLog(
  read: ReadFile,
  log: VerifierKey,
  seen?: SignedCheckpoint,
): Promise<SignedCheckpoint> {
  const file = await read("checkpoint");
  if (file === undefined) throw trustProblems.missing("checkpoint");
  const now = parseCheckpoint(decodeText(file) ?? "");
  await verifyCheckpoint(now, log);
  if (seen === undefined) return now;
  if (now.size < seen.size) throw logProblems.rolledBack(log.name, now.size, seen.size);
  const forked = logProblems.forked(log.name, seen.size);
  if (now.size === seen.size) {
    if (!equalBytes(now.root, seen.root)) throw forked;
    return now;
  }
  const tree = openTree(read, now.size);
  const proof = await proveConsistency(tree.readHash, seen.size, now.size);
  const sizes = { from: seen.size, to: now.size, fromRoot: seen.root, toRoot: now.root };
  await verifyConsistency({ ...sizes, proof }).catch(() => {
    throw forked;
  });
  return now;
}
