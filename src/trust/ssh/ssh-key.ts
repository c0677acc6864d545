import {
  concatBytes,
  decodeBase64,
  decodeNumber,
  decodeText,
  encodeBase64,
  encodeNumber,
  encodeText,
  sha256,
  type Bytes,
} from "../bytes.ts";
import { trustProblems } from "../problems.ts";

const algorithm = "ssh-ed25519";

/** A string of SSH's wire format: its length in four bytes, then its bytes (RFC 4251). */
export function encodeString(value: string | Bytes): Bytes {
  const bytes = typeof value === "string" ? encodeText(value) : value;
  return concatBytes(encodeNumber(bytes.length, 4), bytes);
}

/** Reads strings one after the other; undefined where they do not fill the bytes exactly. */
export function decodeStrings(bytes: Bytes): Bytes[] | undefined {
  const strings: Bytes[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + 4 + (decodeNumber(bytes.slice(at, at + 4)) ?? 0);
    if (at + 4 > bytes.length || end > bytes.length) return undefined;
    strings.push(bytes.slice(at + 4, end));
    at = end;
  }
  return strings;
}

/** A public key or a signature of Ed25519 in SSH's wire format (RFC 8709). */
export function encodeSshBlob(bytes: Bytes): Bytes {
  return concatBytes(encodeString(algorithm), encodeString(bytes));
}

/** @returns undefined where the bytes are no key or signature of Ed25519 of this length */
export function decodeSshBlob(blob: Bytes, length: 32 | 64): Bytes | undefined {
  const [name, bytes, ...rest] = decodeStrings(blob) ?? [];
  const fits = name !== undefined && decodeText(name) === algorithm && rest.length === 0;
  return fits && bytes?.length === length ? bytes : undefined;
}

/** `ssh-ed25519 AAAA…`, as in OpenSSH's files. */
export function formatSshKey(publicKey: Bytes): string {
  return `${algorithm} ${encodeBase64(encodeSshBlob(publicKey))}`;
}

/** @throws Problem for anything but an Ed25519 key without a comment */
export function parseSshKey(text: string, what = "the key"): Bytes {
  const [, base64] = /^ssh-ed25519 (\S+)$/.exec(text) ?? [];
  const key = decodeSshBlob(decodeBase64(base64 ?? "") ?? new Uint8Array(), 32);
  if (key !== undefined) return key;
  throw trustProblems.malformed(what, "it is not an Ed25519 key of OpenSSH");
}

/** `SHA256:…`, as `ssh-keygen -l` shows a key. */
export async function formatFingerprint(publicKey: Bytes): Promise<string> {
  return `SHA256:${encodeBase64(await sha256(encodeSshBlob(publicKey))).replace("=", "")}`;
}

/** Finds, by the hint of a bundle, the key that it speaks of among those that are trusted. */
export async function makeKeyFinder(
  keys: readonly Bytes[],
): Promise<(hint: string) => Bytes | undefined> {
  const named = await Promise.all(
    keys.map(async (key) => [await formatFingerprint(key), key] as const),
  );
  const found = new Map(named);
  return (hint) => found.get(hint);
}
