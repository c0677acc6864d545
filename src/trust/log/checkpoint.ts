import { decodeBase64, encodeBase64, parseDecimal, type Bytes } from "../bytes.ts";
import type { Signer } from "../keys/ed25519.ts";
import { parseNote, signNote, verifyNote, type Note, type VerifierKey } from "./note.ts";
import { trustProblems } from "../problems.ts";

/** What a log says of itself: so many entries, with this root (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Bytes;
}

export interface SignedCheckpoint extends Checkpoint {
  readonly note: Note;
}

export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${encodeBase64(root)}\n`;
}

/**
 * Reads a signed checkpoint; whether its signatures are true is another question.
 * @throws Problem for anything but three lines and signatures, and for an empty log
 */
export function parseCheckpoint(text: string): SignedCheckpoint {
  const what = "the checkpoint";
  const note = parseNote(text, what);
  const [origin, sizeText, rootText, ...rest] = note.text.split("\n");
  if (rest.length !== 1 || rest[0] !== "" || origin === "") {
    throw trustProblems.malformed(what, "its text is not three lines");
  }
  const size = parseDecimal(sizeText!);
  if (size === undefined) {
    throw trustProblems.malformed(what, "its size is not a whole number without leading zeros");
  }
  if (size === 0) throw trustProblems.malformed(what, "it speaks of a log without entries");
  const root = decodeBase64(rootText!);
  if (root?.length !== 32) throw trustProblems.malformed(what, "its root is not 32 bytes");
  return { origin: origin!, size, root, note };
}

/** Signs a checkpoint with the key of the log, whose name is the origin. */
export async function signCheckpoint(checkpoint: Checkpoint, log: Signer): Promise<Note> {
  const text = formatCheckpoint(checkpoint);
  return { text, signatures: [await signNote(text, log)] };
}

/** @throws Problem unless the checkpoint is of the log with this key, and signed by it */
export async function verifyCheckpoint(
  { origin, note }: SignedCheckpoint,
  log: VerifierKey,
): Promise<void> {
  if (origin !== log.name) throw trustProblems.unknownLog(origin, [log.name]);
  await verifyNote(note, log, "the checkpoint");
}
