import {
  concatBytes,
  decodeText,
  encodeNumber,
  encodeText,
  equalBytes,
  type Bytes,
} from "../bytes.ts";
import { isSigned, type Signer } from "../keys/ed25519.ts";
import { formatPem, parsePem } from "../keys/pem.ts";
import { trustProblems } from "../problems.ts";
import { decodeSshBlob, decodeStrings, encodeSshBlob, encodeString } from "./ssh-key.ts";

/** A signature over a file, as `ssh-keygen -Y sign` makes it (OpenSSH, PROTOCOL.sshsig). */
export interface SshSignature {
  readonly publicKey: Bytes;
  /** What the signature is for, so that it cannot be used elsewhere. */
  readonly namespace: string;
  readonly signature: Bytes;
}

const magic = encodeText("SSHSIG");
const head = concatBytes(magic, encodeNumber(1, 4));
const label = "SSH SIGNATURE";

export async function signFile(file: Bytes, namespace: string, signer: Signer): Promise<string> {
  const signature = await signer.sign(await signedMessage(file, namespace));
  return formatSshSignature({ publicKey: signer.publicKey, namespace, signature });
}

export function formatSshSignature({ publicKey, namespace, signature }: SshSignature): string {
  const bytes = concatBytes(
    head,
    encodeString(encodeSshBlob(publicKey)),
    encodeString(namespace),
    encodeString(""),
    encodeString("sha512"),
    encodeString(encodeSshBlob(signature)),
  );
  return formatPem({ label, bytes }, 70);
}

/** @throws Problem for anything but an Ed25519 signature over SHA-512, written as OpenSSH does */
export function parseSshSignature(text: string, what = "the signature"): SshSignature {
  const { bytes } = parsePem(text, label, what, 70);
  const strings = decodeStrings(bytes.slice(head.length));
  const [key, namespace, reserved, hash, blob, ...rest] = strings ?? [];
  const publicKey = key && decodeSshBlob(key, 32);
  const signature = blob && decodeSshBlob(blob, 64);
  const known =
    equalBytes(bytes.slice(0, head.length), head) &&
    reserved?.length === 0 &&
    hash !== undefined &&
    decodeText(hash) === "sha512" &&
    rest.length === 0;
  const name = namespace && decodeText(namespace);
  if (known && publicKey && signature && name) return { publicKey, namespace: name, signature };
  throw trustProblems.malformed(what, "it is not an Ed25519 signature of OpenSSH over SHA-512");
}

/**
 * Checks the signature over a file; who the key belongs to is for `findSigner` to say.
 * @throws Problem where it is for something else, or not true
 */
export async function verifySshSignature(
  file: Bytes,
  signature: SshSignature,
  namespace: string,
  what = "the file",
): Promise<void> {
  const message = await signedMessage(file, namespace);
  const good =
    signature.namespace === namespace &&
    (await isSigned(signature.publicKey, message, signature.signature));
  if (!good) throw trustProblems.wrongSignature(what, "its signer");
}

async function signedMessage(file: Bytes, namespace: string): Promise<Bytes> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-512", file));
  return concatBytes(
    magic,
    encodeString(namespace),
    encodeString(""),
    encodeString("sha512"),
    encodeString(digest),
  );
}
