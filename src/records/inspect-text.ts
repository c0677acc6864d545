import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { FileFault, refused } from "./problems.ts";

/** A line longer than this is no record; it is counted and never held in memory. */
export const longestLine = 65_536;

/** What the bytes of a text file say before any of it is read as records. */
export interface TextFacts {
  readonly sha256: string;
  /** The first line, without a byte order mark. */
  readonly firstLine: Buffer;
  /** Lines that hold anything, the first one included. */
  readonly lines: number;
  /** Which of those lines, from 1, cannot be text: not UTF-8, or too long. At most 10,000. */
  readonly broken: readonly number[];
}

const lineFeed = 10;
const carriageReturn = 13;

/**
 * Counts the lines of a file in one pass with little memory, whatever the length of a line. Every
 * count in a report stands on this one: a line that the engine does not return was unreadable.
 * @throws FileFault where it is empty, UTF-16 or begins with an empty or endless line.
 */
export async function inspectText(path: string, utf8: boolean): Promise<TextFacts> {
  const hash = createHash("sha256");
  const counter = new LineCounter(utf8);
  let first = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Buffer;
    hash.update(bytes);
    if (first) refuseUtf16(bytes);
    counter.add(bytes);
    first = false;
  }
  if (first) throw new FileFault(refused.empty());
  const facts = counter.finish();
  if (facts.firstLine.length === 0) throw new FileFault(refused.blankFirst());
  if (facts.firstLine.length > longestLine) throw new FileFault(refused.longHeader());
  return { sha256: hash.digest("hex"), ...facts };
}

function refuseUtf16(bytes: Buffer): void {
  const mark = bytes.length > 1 ? bytes.readUInt16BE(0) : 0;
  const head = bytes.subarray(0, 4096);
  if (mark === 0xfffe || mark === 0xfeff || head.includes(0)) throw new FileFault(refused.utf16());
}

/** Counts lines over chunks; a line ends with a line feed, a carriage return, or both. */
class LineCounter {
  readonly #utf8: boolean;
  #open: Buffer[] = [];
  #openLength = 0;
  #lines = 0;
  #firstLine: Buffer | undefined;
  readonly #broken: number[] = [];

  constructor(utf8: boolean) {
    this.#utf8 = utf8;
  }

  add(chunk: Buffer): void {
    const valid = this.#utf8 && this.#openLength === 0 && isUtf8(wholeLines(chunk));
    let start = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!;
      if (byte !== lineFeed && byte !== carriageReturn) continue;
      if (this.#openLength > 0 || this.#firstLine === undefined || !valid) {
        this.#keep(chunk.subarray(start, i));
        this.#close();
      } else if (i > start) {
        this.#count(i - start > longestLine);
      }
      start = i + 1;
    }
    this.#keep(chunk.subarray(start));
  }

  finish(): Omit<TextFacts, "sha256"> {
    this.#close();
    return { firstLine: this.#firstLine!, lines: this.#lines, broken: this.#broken };
  }

  #keep(part: Buffer): void {
    this.#openLength += part.length;
    if (this.#openLength <= longestLine + 4) this.#open.push(Buffer.from(part));
  }

  #close(): void {
    const tooLong = this.#openLength > longestLine + (this.#lines === 0 ? 4 : 0);
    const line = Buffer.concat(this.#open);
    const empty = this.#openLength === 0;
    this.#open = [];
    this.#openLength = 0;
    if (this.#firstLine === undefined) {
      this.#firstLine = tooLong ? Buffer.alloc(longestLine + 1) : withoutMark(line);
    }
    if (!empty) this.#count(tooLong || (this.#utf8 && !isUtf8(line)));
  }

  #count(broken: boolean): void {
    this.#lines += 1;
    if (broken && this.#broken.length < 10_000) this.#broken.push(this.#lines);
  }
}

function wholeLines(chunk: Buffer): Buffer {
  return chunk.subarray(0, chunk.lastIndexOf(lineFeed) + 1);
}

function withoutMark(line: Buffer): Buffer {
  const marked = line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf;
  return marked ? line.subarray(3) : line;
}
