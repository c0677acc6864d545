import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { concatBytes, decodeText, encodeHex, equalBytes, type Bytes } from "../bytes.ts";
import {
  parseCheckpoint,
  signCheckpoint,
  verifyCheckpoint,
  type SignedCheckpoint,
} from "./checkpoint.ts";
import { readFolder, writeWhole } from "../disk.ts";
import type { Envelope } from "../statements/dsse.ts";
import { formatExactJson } from "../statements/exact-json.ts";
import type { Signer } from "../keys/ed25519.ts";
import { readLoggedStatements, statementPath, type LoggedStatement } from "./logged-statements.ts";
import { makeTree, type MemoryTree } from "./memory-tree.ts";
import { hashLeaf, hashTree, proveInclusion } from "./merkle.ts";
import {
  findSignature,
  formatNote,
  makeVerifierKey,
  type NoteSignature,
  type VerifierKey,
} from "./note.ts";
import { logProblems } from "../log-problems.ts";
import { entriesPath, filledWidth, formatEntries, openTree, tilePath, tileWidth } from "./tiles.ts";

/** Signs a new checkpoint for each witness that the writer has at hand. */
export type Cosigners = (text: string) => Promise<readonly NoteSignature[]>;

/** A log in a folder, read and checked whole, to which its key can append. */
export class LogFolder {
  readonly folder: string;
  readonly signer: Signer;
  readonly #tree: MemoryTree;
  readonly #entries: Bytes[] = [];
  readonly #indices = new Map<string, number>();
  readonly #statements: LoggedStatement[] = [];

  private constructor(folder: string, signer: Signer) {
    this.folder = folder;
    this.signer = signer;
    this.#tree = makeTree();
  }

  /**
   * Opens a log, or begins one where there is none.
   * @throws Problem where it is another log's, or is not whole: nothing is then appended to it
   */
  static async open(folder: string, signer: Signer): Promise<LogFolder> {
    const log = new LogFolder(folder, signer);
    const checkpoint = await findLatest(folder, await makeVerifierKey(signer, 1));
    if (checkpoint === undefined) return log;
    const tree = openTree(readFolder(folder), checkpoint.size);
    for (let index = 0; index < checkpoint.size; index++) {
      await log.#take(await tree.readEntry(index));
    }
    if (!equalBytes(await log.root(), checkpoint.root)) throw logProblems.damaged(folder);
    await log.#refuseOtherTiles();
    log.#statements.push(...(await readLoggedStatements(readFolder(folder), checkpoint.size)));
    await log.#write("checkpoint", formatNote(checkpoint.note));
    return log;
  }

  get origin(): string {
    return this.signer.name;
  }

  get size(): number {
    return this.#tree.size();
  }

  /** Every statement that was logged, the oldest first. */
  get statements(): readonly LoggedStatement[] {
    return this.#statements;
  }

  async root(): Promise<Bytes> {
    return hashTree(this.#tree.readHash, this.size);
  }

  /** The index of an entry; undefined where the log does not hold it. */
  async findEntry(entry: Bytes): Promise<number | undefined> {
    return this.#indices.get(encodeHex(await hashLeaf(entry)));
  }

  /** The hashes that lead from an entry to the root of a size that was published. */
  async proveInclusion(index: number, size: number): Promise<Bytes[]> {
    return proveInclusion(this.#tree.readHash, index, size);
  }

  /** The checkpoint of a size that was published; undefined for another. */
  async findCheckpoint(size: number): Promise<SignedCheckpoint | undefined> {
    return readCheckpoint(this.folder, `checkpoint.${size}`);
  }

  /**
   * Appends an entry and publishes the checkpoint, which comes last: until then readers see the log
   * as it was. An entry that is there already is not appended again.
   * @returns its index
   */
  async append(entry: Bytes, statement: LoggedAs, cosigners?: Cosigners): Promise<number> {
    const there = await this.findEntry(entry);
    if (there !== undefined) return there;
    const index = await this.#take(entry);
    this.#statements.push({ ...statement, index, entry });
    await this.#write(statementPath(index), formatExactJson(statement.envelope));
    await this.#writeTiles();
    const checkpoint = { origin: this.origin, size: this.size, root: await this.root() };
    const note = await signCheckpoint(checkpoint, this.signer);
    const cosignatures = (await cosigners?.(note.text)) ?? [];
    const signed = formatNote({ ...note, signatures: [...note.signatures, ...cosignatures] });
    await this.#write(`checkpoint.${this.size}`, signed);
    await this.#write("checkpoint", signed);
    return index;
  }

  async #take(entry: Bytes): Promise<number> {
    const leaf = await hashLeaf(entry);
    const index = this.#entries.push(entry) - 1;
    this.#indices.set(encodeHex(leaf), index);
    await this.#tree.append(leaf);
    return index;
  }

  async #writeTiles(): Promise<void> {
    const last = Math.floor((this.size - 1) / tileWidth);
    await this.#writeTile(entriesPath, last, this.#bundle(last), 0);
    for (let level = 0; tileWidth ** level <= this.size; level++) {
      const hashes = Math.floor(this.size / tileWidth ** level);
      const index = Math.floor((hashes - 1) / tileWidth);
      const path = (at: number, width?: number): string => tilePath(level, at, width);
      await this.#writeTile(path, index, await this.#tile(level, index), level);
    }
  }

  /** What a full tile replaces is removed with it. */
  async #writeTile(
    path: (index: number, width?: number) => string,
    index: number,
    bytes: Bytes,
    level: number,
  ): Promise<void> {
    const width = filledWidth(level, index, this.size);
    await this.#write(path(index, width), bytes);
    if (width < tileWidth) return;
    await rm(join(this.folder, `${path(index)}.p`), { recursive: true, force: true });
  }

  #bundle(index: number): Bytes {
    return formatEntries(this.#entries.slice(index * tileWidth, (index + 1) * tileWidth));
  }

  async #tile(level: number, index: number): Promise<Bytes> {
    const width = filledWidth(level, index, this.size);
    const hashes = Array.from({ length: width }, (_, at) =>
      this.#tree.readHash(level * 8, index * tileWidth + at),
    );
    return concatBytes(...(await Promise.all(hashes)));
  }

  /** A partial tile may have given way to a full one whose checkpoint was not written any more. */
  async #refuseOtherTiles(): Promise<void> {
    const read = readFolder(this.folder);
    for (let level = 0; tileWidth ** level <= this.size; level++) {
      const hashes = Math.floor(this.size / tileWidth ** level);
      for (let index = 0; index * tileWidth < hashes; index++) {
        const own = await this.#tile(level, index);
        const partial = await read(tilePath(level, index, own.length / 32));
        const there = partial ?? (await read(tilePath(level, index)))?.slice(0, own.length);
        if (!equalBytes(there ?? new Uint8Array(), own)) throw logProblems.damaged(this.folder);
      }
    }
  }

  async #write(path: string, content: string | Bytes): Promise<void> {
    await writeWhole(join(this.folder, path), content);
  }
}

/**
 * The checkpoint of the most entries. One that was signed but did not become `checkpoint` any more
 * may have been seen: the log goes on from it.
 */
async function findLatest(folder: string, key: VerifierKey): Promise<SignedCheckpoint | undefined> {
  const names = await readdir(folder).catch(() => []);
  const sizes = names.map((name) => Number(/^checkpoint\.(\d+)$/.exec(name)?.[1] ?? 0));
  const last = await readCheckpoint(folder, `checkpoint.${Math.max(0, ...sizes)}`);
  const shown = await readCheckpoint(folder);
  for (const one of [shown, last]) {
    if (one === undefined) continue;
    const own = one.origin === key.name && findSignature(one.note, key) !== undefined;
    if (!own) throw logProblems.otherLog(folder, one.origin);
    await verifyCheckpoint(one, key);
  }
  return shown !== undefined && shown.size >= (last?.size ?? 0) ? shown : last;
}

/** What is known of a statement before it has a place in the log. */
export type LoggedAs = Omit<LoggedStatement, "index" | "entry"> & { readonly envelope: Envelope };

/** The checkpoint in a log's folder; undefined where there is none. */
export async function readCheckpoint(
  folder: string,
  name = "checkpoint",
): Promise<SignedCheckpoint | undefined> {
  const bytes = await readFolder(folder)(name);
  return bytes === undefined ? undefined : parseCheckpoint(decodeText(bytes) ?? "");
}
