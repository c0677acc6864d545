import { decodeText, type Bytes, type ReadFile } from "../bytes.ts";
import { parseEnvelope, verifyEnvelope, type Envelope } from "../statements/dsse.ts";
import { trustProblems } from "../problems.ts";
import { parseEntry, verifyEntry } from "../statements/rekor-entry.ts";
import { parseStatement, type Statement } from "../statements/statements.ts";
import { openTree } from "./tiles.ts";

/** A statement that the log holds. Whether its signers are to be believed is for the reader. */
export interface LoggedStatement {
  readonly index: number;
  readonly statement: Statement;
  readonly envelope: Envelope;
  readonly entry: Bytes;
  /** Who signed it, one key each. */
  readonly publicKeys: readonly Bytes[];
}

/** Where the signed statement of an entry lies, in the folder of the log. */
export function statementPath(index: number): string {
  return `statements/${index}.json`;
}

/**
 * Every statement of the log, the oldest first, each as its entry says. The entries themselves are
 * as true as the root that the caller holds them against.
 * @param read reads files of the log's folder
 * @throws Problem where a statement is missing, or is not the one that was logged
 */
export async function readLoggedStatements(
  read: ReadFile,
  size: number,
): Promise<LoggedStatement[]> {
  const tree = openTree(read, size);
  const statements: LoggedStatement[] = [];
  for (let index = 0; index < size; index++) {
    const path = statementPath(index);
    const file = await read(path);
    if (file === undefined) throw trustProblems.missing(path);
    const envelope = parseEnvelope(decodeText(file) ?? "", path);
    statements.push(await readLogged(index, await tree.readEntry(index), envelope));
  }
  return statements;
}

/** @throws Problem where the envelope is not the one that the entry is of */
export async function readLogged(
  index: number,
  entry: Bytes,
  envelope: Envelope,
): Promise<LoggedStatement> {
  const publicKeys = parseEntry(entry).signatures.map(({ publicKey }) => publicKey);
  const payload = await verifyEnvelope(envelope, publicKeys, statementPath(index));
  await verifyEntry(entry, envelope, publicKeys);
  return { index, statement: parseStatement(payload), envelope, entry, publicKeys };
}
