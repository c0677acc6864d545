import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import type { Bytes } from "../trust/bytes.ts";

/** The format's first line, and that of a file which is encrypted as text. */
const intro = "age-encryption.org/v1\n";
const armoured = "-----BEGIN AGE ENCRYPTED FILE-----";

/**
 * Encrypts to public keys with a fresh file key, so that the result differs each time.
 * @param recipients X25519 keys, `age1…`
 */
export async function encryptTo(recipients: readonly string[], plain: Bytes): Promise<Bytes> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return new Uint8Array(await encrypter.encrypt(plain));
}

/**
 * Decrypts and authenticates the whole; nothing is given of a file that is not whole.
 * @param identities X25519 private keys, `AGE-SECRET-KEY-1…`
 * @returns undefined where it does not open
 */
export async function decryptWith(
  identities: readonly string[],
  cipher: Bytes,
): Promise<Bytes | undefined> {
  try {
    const decrypter = new Decrypter();
    for (const identity of identities) decrypter.addIdentity(identity);
    return new Uint8Array(await decrypter.decrypt(cipher));
  } catch {
    return undefined;
  }
}

/** Whether something can be encrypted to it: its check letters and its point are good. */
export async function isRecipient(text: string): Promise<boolean> {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(text)) return false;
  return encryptTo([text], new Uint8Array()).then(
    () => true,
    () => false,
  );
}

/** @returns the public key of a private one; undefined for any other text */
export async function recipientOf(identity: string): Promise<string | undefined> {
  if (!/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/.test(identity)) return undefined;
  return identityToRecipient(identity).catch(() => undefined);
}

export function makeIdentity(): Promise<string> {
  return generateX25519Identity();
}

/** Whether a text is a file that age has encrypted. */
export function isEncrypted(text: string): boolean {
  return text.startsWith(intro) || text.startsWith(armoured);
}

/**
 * To how many keys a file is encrypted, from its header, which anybody can read.
 * @returns undefined where it is no such file, or is encrypted to anything but X25519 keys
 */
export function countRecipients(cipher: Bytes): number | undefined {
  // Latin-1, so that each letter is a byte; a header of a thousand keys is shorter than this.
  const head = Buffer.from(cipher.buffer, cipher.byteOffset, Math.min(cipher.length, 131_072));
  const found = header.exec(head.toString("latin1"));
  return found === null ? undefined : found[0].match(/^-> /gm)!.length;
}

const header =
  /^age-encryption\.org\/v1\n(?:-> X25519 [A-Za-z0-9+/]{43}\n[A-Za-z0-9+/]{43}\n)+--- [A-Za-z0-9+/]{43}\n/;
