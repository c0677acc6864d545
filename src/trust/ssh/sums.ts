import { concatBytes, decodeHex, encodeHex, encodeText, sha256, type Bytes } from "../bytes.ts";
import { trustProblems } from "../problems.ts";
import type { Subject } from "../statements/statements.ts";

/** A file of a release and its SHA-256 in hexadecimal. */
export interface Sum {
  readonly path: string;
  readonly sha256: string;
}

/** What `sha256sum -c --strict` reads, in the order of the paths. */
export function formatSums(sums: readonly Sum[]): string {
  const sorted = [...sums].sort((a, b) => (a.path < b.path ? -1 : 1));
  return sorted.map(({ path, sha256: digest }) => `${digest}  ${path}\n`).join("");
}

/** @throws Problem for anything that this program would not write, or a path out of the folder */
export function parseSums(text: string): Sum[] {
  const lines = text.split("\n");
  const end = lines.pop();
  const sums = lines.map((line) => ({ sha256: line.slice(0, 64), path: line.slice(66) }));
  const paths = new Set(sums.map(({ path }) => path));
  const good =
    end === "" &&
    paths.size === sums.length &&
    formatSums(sums) === text &&
    sums.every(({ path, sha256: digest }) => isInside(path) && decodeHex(digest)?.length === 32);
  if (good && sums.length > 0) return sums;
  throw trustProblems.malformed("SHA256SUMS", "it is not a sorted list of digests and paths");
}

/** A path that stays in its folder, and that `sha256sum` writes as it is. */
function isInside(path: string): boolean {
  const parts = path.split("/");
  return (
    !/[\\\p{Cc}]/u.test(path) && parts.every((part) => part !== "" && part !== "." && part !== "..")
  );
}

/**
 * The digest that a statement on a release names.
 * @param blinding 32 bytes that go before a restricted tier's list; left out for the public tier
 */
export async function digestSums(sums: Bytes, blinding = new Uint8Array()): Promise<string> {
  return encodeHex(await sha256(blinding, sums));
}

/**
 * 32 bytes that only the holder of the key can make, and always the same: without them the few
 * numbers that a small count can be would give its digest away.
 */
export async function makeBlinding(
  key: Bytes,
  release: string,
  tier: string,
  sums: Bytes,
): Promise<Bytes> {
  const hmac = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ]);
  const message = concatBytes(encodeText(`${release}\n${tier}\n`), await sha256(sums));
  return new Uint8Array(await crypto.subtle.sign("HMAC", hmac, message));
}

/** @throws Problem where the statement is not about this list */
export async function verifySubject(
  subject: Subject,
  sums: Bytes,
  blinding?: Bytes,
): Promise<void> {
  if ((await digestSums(sums, blinding)) === subject.sha256) return;
  throw trustProblems.otherSubject("SHA256SUMS");
}
