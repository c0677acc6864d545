import {
  concatBytes,
  decodeBase64,
  decodeHex,
  encodeBase64,
  encodeHex,
  encodeText,
  equalBytes,
  sha256,
  type Bytes,
} from "../bytes.ts";
import { isSigned, type Signer } from "../keys/ed25519.ts";
import { trustProblems } from "../problems.ts";

/** A text with signatures below it (C2SP signed-note). */
export interface Note {
  /** Ends with a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** 4 bytes. */
  readonly keyId: Bytes;
  readonly signature: Bytes;
}

/** 1: Ed25519 over the text; 4: a witness's cosignature with its time. */
export type NoteAlgorithm = 1 | 4;

export interface VerifierKey {
  readonly name: string;
  readonly keyId: Bytes;
  readonly algorithm: NoteAlgorithm;
  readonly publicKey: Bytes;
}

const mostSignatures = 64;
const keyName = /^[^\s+\p{Cc}]+$/u;

export function isKeyName(text: string): boolean {
  return keyName.test(text);
}

export async function makeVerifierKey(
  { name, publicKey }: Pick<Signer, "name" | "publicKey">,
  algorithm: NoteAlgorithm,
): Promise<VerifierKey> {
  const typed = concatBytes(Uint8Array.of(algorithm), publicKey);
  const digest = await sha256(encodeText(`${name}\n`), typed);
  return { name, keyId: digest.slice(0, 4), algorithm, publicKey };
}

/** `name+key id+base64 of the algorithm's byte and the key`, a vkey. */
export function formatVerifierKey({ name, keyId, algorithm, publicKey }: VerifierKey): string {
  const typed = concatBytes(Uint8Array.of(algorithm), publicKey);
  return `${name}+${encodeHex(keyId)}+${encodeBase64(typed)}`;
}

/** @throws Problem for anything but an Ed25519 key whose id is that of its name and bytes */
export async function parseVerifierKey(text: string): Promise<VerifierKey> {
  const [, name, id, base64] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const typed = decodeBase64(base64 ?? "");
  const algorithm = typed?.[0];
  if (name === undefined || !isKeyName(name) || typed?.length !== 33) {
    throw trustProblems.malformed("a verifier key", "it is not name+id+key");
  }
  if (algorithm !== 1 && algorithm !== 4) {
    throw trustProblems.malformed(`the verifier key of ${name}`, "its algorithm is not known");
  }
  const key = await makeVerifierKey({ name, publicKey: typed.slice(1) }, algorithm);
  if (equalBytes(key.keyId, decodeHex(id!)!)) return key;
  throw trustProblems.malformed(`the verifier key of ${name}`, "its id belongs to another key");
}

export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(formatSignature).join("")}`;
}

export function formatSignature({ name, keyId, signature }: NoteSignature): string {
  return `— ${name} ${encodeBase64(concatBytes(keyId, signature))}\n`;
}

/**
 * @param what names the note in a message
 * @throws Problem for a note that the format does not allow, and for two signatures of one key
 */
export function parseNote(note: string, what = "the note"): Note {
  const cut = note.lastIndexOf("\n\n") + 1;
  const text = note.slice(0, cut);
  const lines = note.slice(cut + 1).split("\n");
  if (cut === 0 || lines.pop() !== "" || /[^\P{Cc}\n]/u.test(note)) {
    throw trustProblems.malformed(what, "it is not a text with signatures below it");
  }
  if (lines.length === 0) throw trustProblems.malformed(what, "it bears no signature");
  if (lines.length > mostSignatures) throw trustProblems.malformed(what, "it is signed too often");
  const signatures = lines.map((line) => parseSignature(line, what));
  const keys = new Set(signatures.map(({ name, keyId }) => `${name} ${encodeHex(keyId)}`));
  if (keys.size < signatures.length) {
    throw trustProblems.malformed(what, "it bears two signatures of one key");
  }
  return { text, signatures };
}

/** One line `— name base64`. */
export function parseSignature(line: string, what: string): NoteSignature {
  const [, name, base64] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = decodeBase64(base64 ?? "");
  if (name === undefined || !isKeyName(name) || bytes === undefined || bytes.length < 5) {
    throw trustProblems.malformed(what, "a line of signature is not one");
  }
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}

/** The signature of a key, whether true or not; undefined where the note bears none. */
export function findSignature({ signatures }: Note, key: VerifierKey): Bytes | undefined {
  return signatures.find(({ name, keyId }) => name === key.name && equalBytes(keyId, key.keyId))
    ?.signature;
}

/** Signs a note's text with Ed25519. */
export async function signNote(text: string, signer: Signer): Promise<NoteSignature> {
  const { name, keyId } = await makeVerifierKey(signer, 1);
  return { name, keyId, signature: await signer.sign(encodeText(text)) };
}

/** @throws Problem where the note lacks the key's signature, or bears one that is not true */
export async function verifyNote(note: Note, key: VerifierKey, what = "the note"): Promise<void> {
  const signature = findSignature(note, key);
  if (signature === undefined || key.algorithm !== 1) throw trustProblems.unsigned(what, key.name);
  if (await isSigned(key.publicKey, encodeText(note.text), signature)) return;
  throw trustProblems.wrongSignature(what, key.name);
}
