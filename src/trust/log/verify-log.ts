import { decodeText, equalBytes, type ReadFile } from "../bytes.ts";
import { parseCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
import { readKeyHistory, type KeySpan } from "../keys/key-history.ts";
import { readLoggedStatements, type LoggedStatement } from "./logged-statements.ts";
import { makeTree } from "./memory-tree.ts";
import { hashLeaf, hashTree } from "./merkle.ts";
import type { Policy } from "./policy.ts";
import { trustProblems } from "../problems.ts";
import { verifyQuorum, type Witnessed } from "./quorum.ts";

/** A log that was read whole. */
export interface VerifiedLog {
  readonly checkpoint: SignedCheckpoint;
  readonly witnessed: readonly Witnessed[];
  readonly statements: readonly LoggedStatement[];
  /** Which key signed releases, and from which entry on. */
  readonly history: readonly KeySpan[];
}

/**
 * Checks a log as a whole: its checkpoint against the policy, every entry against the root, every
 * statement against its entry, and every change of key.
 * @param read reads files of the log's folder
 * @throws Problem for the first thing that does not hold
 */
export async function verifyLog(read: ReadFile, policy: Policy): Promise<VerifiedLog> {
  const file = await read("checkpoint");
  if (file === undefined) throw trustProblems.missing("checkpoint");
  const checkpoint = parseCheckpoint(decodeText(file) ?? "");
  const witnessed = await verifyQuorum(checkpoint, policy);
  const statements = await readLoggedStatements(read, checkpoint.size);
  const tree = makeTree();
  for (const { entry } of statements) await tree.append(await hashLeaf(entry));
  if (!equalBytes(await hashTree(tree.readHash, checkpoint.size), checkpoint.root)) {
    throw trustProblems.contradiction("the entries of the log do not lead to its root");
  }
  return { checkpoint, witnessed, statements, history: readKeyHistory(statements) };
}
