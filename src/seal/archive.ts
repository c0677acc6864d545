import { concatBytes, decodeText, encodeText, type Bytes } from "../trust/bytes.ts";
import { sealProblems } from "./problems.ts";

/** Files by their path. */
export type Files = ReadonlyMap<string, Bytes>;

const block = 512;
const mostBytes = 0o77777777777;

/**
 * Files as a tar archive of the plainest kind (POSIX ustar): sorted by path, without times, owners,
 * folders or links. The same files give the same bytes.
 * @throws Problem for a path that could lead out of a folder, or that the format has no room for
 */
export function packFiles(files: Files): Bytes {
  refusePaths([...files.keys()]);
  const parts: Uint8Array[] = [];
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    parts.push(makeHeader(path, bytes.length), bytes, new Uint8Array(padding(bytes.length)));
  }
  return concatBytes(...parts, new Uint8Array(2 * block));
}

/**
 * Reads an archive. It has to be, byte for byte, what this program makes of the files in it: so
 * there is no link, no second file of a name, no path that leads elsewhere, and nothing behind the
 * end.
 * @throws Problem (a fault) for any other
 */
export function unpackFiles(archive: Bytes): Files {
  const files = new Map<string, Bytes>();
  let at = 0;
  for (; at + block <= archive.length && archive[at] !== 0;) {
    const header = archive.subarray(at, at + block);
    const [path, length] = [readPath(header), readOctal(header, 124, 11)];
    if (path === undefined || length === undefined) throw sealProblems.strangeArchive();
    const start = at + block;
    files.set(path, archive.slice(start, start + length));
    at = start + length + padding(length);
  }
  refusePaths([...files.keys()]);
  if (!isSame(packFiles(files), archive)) throw sealProblems.strangeArchive();
  return files;
}

function padding(length: number): number {
  return (block - (length % block)) % block;
}

function makeHeader(path: string, length: number): Bytes {
  const { name, prefix } = splitPath(path);
  if (length > mostBytes) throw sealProblems.largeFile(path);
  const header = new Uint8Array(block);
  const write = (text: string, at: number): void => header.set(encodeText(text), at);
  write(name, 0);
  write("0000644\0", 100);
  write("0000000\0", 108);
  write("0000000\0", 116);
  write(`${octal(length, 11)}\0`, 124);
  write("00000000000\0", 136);
  write("        ", 148);
  write("0", 156);
  write("ustar\u000000", 257);
  write("0000000\0", 329);
  write("0000000\0", 337);
  write(prefix, 345);
  const sum = header.reduce((total, byte) => total + byte, 0);
  write(`${octal(sum, 6)}\0 `, 148);
  return header;
}

/** The format keeps the last hundred letters of a path in one place, what is before in another. */
function splitPath(path: string): { readonly name: string; readonly prefix: string } {
  if (path.length <= 100) return { name: path, prefix: "" };
  const cut = path.indexOf("/", path.length - 101);
  if (cut < 0 || cut > 155) throw sealProblems.longPath(path);
  return { name: path.slice(cut + 1), prefix: path.slice(0, cut) };
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, "0");
}

function readPath(header: Uint8Array): string | undefined {
  const [name, prefix] = [readText(header, 0, 100), readText(header, 345, 155)];
  if (name === undefined || prefix === undefined) return undefined;
  return prefix === "" ? name : `${prefix}/${name}`;
}

function readText(header: Uint8Array, at: number, length: number): string | undefined {
  const field = header.subarray(at, at + length);
  const end = field.indexOf(0);
  return decodeText(end < 0 ? field : field.subarray(0, end));
}

function readOctal(header: Uint8Array, at: number, length: number): number | undefined {
  const text = readText(header, at, length) ?? "";
  return /^[0-7]{11}$/.test(text) ? Number.parseInt(text, 8) : undefined;
}

/** Letters that mean the same in every file system, and no part that means another folder. */
const safePart = /^(?!\.{1,2}$)[A-Za-z0-9._~@+=,()-]+$/;

function refusePaths(paths: readonly string[]): void {
  const bad = paths.find((path) => !path.split("/").every((part) => safePart.test(part)));
  if (bad !== undefined) throw sealProblems.badPath(bad);
  const folders = new Set(paths.flatMap(listFolders).map((path) => path.toLowerCase()));
  const seen = new Set<string>();
  for (const path of paths) {
    const same = path.toLowerCase();
    if (seen.has(same) || folders.has(same)) throw sealProblems.clash(path);
    seen.add(same);
  }
}

function listFolders(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}

function isSame(a: Bytes, b: Bytes): boolean {
  return Buffer.from(a.buffer, a.byteOffset, a.length).equals(b);
}
