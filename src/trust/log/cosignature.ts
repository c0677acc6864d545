import { concatBytes, decodeNumber, encodeNumber, encodeText } from "../bytes.ts";
import { isSigned, type Signer } from "../keys/ed25519.ts";
import {
  findSignature,
  makeVerifierKey,
  type Note,
  type NoteSignature,
  type VerifierKey,
} from "./note.ts";
import { trustProblems } from "../problems.ts";

/**
 * A witness signs that, at this time, it knew no longer history of the log and this one continues
 * all that it saw before (C2SP tlog-cosignature, Ed25519).
 * @param text a checkpoint's text, without signatures
 * @param seconds since 1970, from 1
 */
export async function cosign(
  text: string,
  witness: Signer,
  seconds: number,
): Promise<NoteSignature> {
  const { name, keyId } = await makeVerifierKey(witness, 4);
  const signature = await witness.sign(cosignedMessage(text, seconds));
  return { name, keyId, signature: concatBytes(encodeNumber(seconds, 8), signature) };
}

/**
 * The time at which a witness signed, in seconds since 1970; undefined where it has not.
 * @throws Problem where a signature under its name and key id is not by its key
 */
export async function readCosignature(
  note: Note,
  witness: VerifierKey,
): Promise<number | undefined> {
  const timed = findSignature(note, witness);
  if (timed === undefined) return undefined;
  const seconds = decodeNumber(timed.slice(0, 8));
  const message = cosignedMessage(note.text, seconds ?? 0);
  const good = timed.length === 72 && seconds !== undefined && witness.algorithm === 4;
  if (good && (await isSigned(witness.publicKey, message, timed.slice(8)))) return seconds;
  throw trustProblems.wrongSignature("the checkpoint", witness.name);
}

function cosignedMessage(text: string, seconds: number) {
  return encodeText(`cosignature/v1\ntime ${seconds}\n${text}`);
}
