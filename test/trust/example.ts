import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Bytes } from "../../src/trust/bytes.ts";
import { readFolder } from "../../src/trust/disk.ts";
import { decodeSpki } from "../../src/trust/keys/ed25519.ts";
import { parsePem } from "../../src/trust/keys/pem.ts";

/**
 * Seven signed entries with their log, made by another program and accepted by Sigstore's verifier,
 * Go's sumdb packages and OpenSSH.
 */
export const exampleFolder = join(import.meta.dirname, "example");

export const readExample = (path: string): string =>
  readFileSync(join(exampleFolder, path), "utf8");
export const readExampleBytes = (path: string): Bytes =>
  new Uint8Array(readFileSync(join(exampleFolder, path)));

export const exampleLog = readFolder(join(exampleFolder, "log"));
export const exampleKey: Bytes = decodeSpki(
  parsePem(readExample("keys/release.pem"), "PUBLIC KEY", "release.pem").bytes,
);
export const findExampleKey = (hint: string): Bytes | undefined =>
  hint === "release-2026" ? exampleKey : undefined;
export const exampleReleases = [0, 1, 2, 3, 4, 5, 6];
