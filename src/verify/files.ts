import { locateChange } from "../proof/locator.ts";
import type { Manifest } from "../release/schema.ts";
import { encodeHex, sha256, type Bytes } from "../trust/bytes.ts";
import type { Place } from "./place.ts";

export type FileFacts = Manifest["files"][number];

/** A file that has to be there: its digest, and where known what else was said of it. */
export type WantedFile = Pick<FileFacts, "path" | "sha256"> & Partial<FileFacts>;

/**
 * Compares files with what was said of them, and finds where one was changed.
 * @returns a sentence for each file that is missing or other, the first byte named where one was
 * changed, and for each that nobody named; none where all is well
 */
export async function findChanges(
  place: Place,
  wanted: readonly WantedFile[],
  unlisted: (path: string) => boolean = () => false,
): Promise<string[]> {
  const faults: string[] = [];
  for (const file of wanted) {
    const fault = await findChange(place, file);
    if (fault !== undefined) faults.push(fault);
  }
  const named = new Set(wanted.map(({ path }) => path));
  for (const path of (await place.list?.()) ?? []) {
    if (!named.has(path) && !unlisted(path)) {
      faults.push(`${path} is there and is not among the files that were published.`);
    }
  }
  return faults;
}

async function findChange(place: Place, wanted: WantedFile): Promise<string | undefined> {
  const bytes = await place.read(wanted.path);
  if (bytes === undefined) return `${wanted.path} is missing.`;
  if ((await digestOf(bytes)) === wanted.sha256) return undefined;
  return `${wanted.path} was changed: ${await describeChange(bytes, wanted)}`;
}

const digests = new WeakMap<Uint8Array, Promise<string>>();

/** SHA-256 in hexadecimal; of the bytes of a file, which nobody changes, worked out once. */
export function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = digests.get(bytes) ?? sha256(bytes).then(encodeHex);
  digests.set(bytes, digest);
  return digest;
}

async function describeChange(
  bytes: Bytes,
  { bytes: length, locator, sha256: digest }: WantedFile,
) {
  if (length !== undefined && length !== bytes.length) {
    return `it has ${count(bytes.length)} bytes and had ${count(length)}.`;
  }
  const change = locator === undefined ? undefined : locateChange(bytes, locator);
  if (change !== undefined) {
    const restored = bytes.slice();
    restored[change.offset] = change.was;
    if ((await digestOf(restored)) === digest) {
      return `byte ${count(change.offset)} is ${hex(change.is)} and was ${hex(change.was)}.`;
    }
  }
  return locator === undefined ? "its digest is another." : "more than one byte is another.";
}

/**
 * The first byte at which a file that is written in one form only differs from that form.
 * @returns a sentence; undefined where it does not differ
 */
export function findFirstDifference(
  path: string,
  bytes: Uint8Array,
  wanted: Uint8Array,
): string | undefined {
  const length = Math.max(bytes.length, wanted.length);
  for (let at = 0; at < length; at++) {
    if (bytes[at] !== wanted[at]) return `${path} is wrong from byte ${count(at)} on.`;
  }
  return undefined;
}

function count(value: number): string {
  return value.toLocaleString("en");
}

function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, "0")}`;
}
