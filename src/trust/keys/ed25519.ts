import { concatBytes, decodeBase64, decodeHex, equalBytes, type Bytes } from "../bytes.ts";
import { trustProblems } from "../problems.ts";

const spkiPrefix = decodeHex("302a300506032b6570032100")!;
const pkcs8Prefix = decodeHex("302e020100300506032b657004220420")!;

/** A key that signs, with the name under which readers know it. */
export interface Signer {
  readonly name: string;
  /** 32 bytes. */
  readonly publicKey: Bytes;
  /** @returns 64 bytes, the same each time for the same message (RFC 8032) */
  readonly sign: (message: Bytes) => Promise<Bytes>;
}

/** @param seed the private key's 32 bytes */
export async function makeSigner(name: string, seed: Bytes): Promise<Signer> {
  const pkcs8 = concatBytes(pkcs8Prefix, seed);
  const key = await crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", true, ["sign"]);
  const { x } = await crypto.subtle.exportKey("jwk", key);
  const publicKey = decodeBase64(`${x!.replaceAll("-", "+").replaceAll("_", "/")}=`)!;
  return {
    name,
    publicKey,
    sign: async (message) => new Uint8Array(await crypto.subtle.sign("Ed25519", key, message)),
  };
}

/** Whether `signature` is one of `message` by the key of these 32 bytes. */
export async function isSigned(
  publicKey: Bytes,
  message: Bytes,
  signature: Bytes,
): Promise<boolean> {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = await crypto.subtle
    .importKey("raw", publicKey, "Ed25519", false, ["verify"])
    .catch(() => undefined);
  return key !== undefined && crypto.subtle.verify("Ed25519", key, signature, message);
}

/** A public key as SubjectPublicKeyInfo (RFC 8410): 44 bytes. */
export function encodeSpki(publicKey: Bytes): Bytes {
  return concatBytes(spkiPrefix, publicKey);
}

/** @throws Problem for anything but an Ed25519 key */
export function decodeSpki(bytes: Bytes): Bytes {
  return stripPrefix(bytes, spkiPrefix, "the public key");
}

/** A private key's 32 bytes as PKCS #8 (RFC 8410). */
export function encodePkcs8(seed: Bytes): Bytes {
  return concatBytes(pkcs8Prefix, seed);
}

/** @throws Problem for anything but an Ed25519 key */
export function decodePkcs8(bytes: Bytes): Bytes {
  return stripPrefix(bytes, pkcs8Prefix, "the private key");
}

function stripPrefix(bytes: Bytes, prefix: Bytes, what: string): Bytes {
  const rest = bytes.slice(prefix.length);
  if (rest.length === 32 && equalBytes(bytes.slice(0, prefix.length), prefix)) return rest;
  throw trustProblems.malformed(what, "it is not an Ed25519 key");
}
