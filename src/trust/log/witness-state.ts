import { join } from "node:path";
import { decodeText } from "../bytes.ts";
import { parseCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
import { readFolder, writeWhole } from "../disk.ts";
import { logProblems } from "../log-problems.ts";
import { formatNote, formatVerifierKey, parseVerifierKey, type VerifierKey } from "./note.ts";

/** What a witness remembers of a log: its key, and the last checkpoint that it signed. */
export interface Memory {
  readonly log: VerifierKey;
  readonly seen?: SignedCheckpoint;
}

/** @returns undefined for a log that the witness never saw */
export async function findMemory(folder: string, origin: string): Promise<Memory | undefined> {
  const read = readFolder(folder);
  const [key, seen] = [
    await read(nameOf(origin, "vkey")),
    await read(nameOf(origin, "checkpoint")),
  ];
  if (key === undefined) return undefined;
  return {
    log: await parseVerifierKey((decodeText(key) ?? "").trim()),
    ...(seen === undefined ? {} : { seen: parseCheckpoint(decodeText(seen) ?? "") }),
  };
}

/** @throws Problem where the witness knows the log by another key */
export function refuseOtherKey(memory: Memory | undefined, log: VerifierKey): void {
  if (memory === undefined) return;
  if (formatVerifierKey(memory.log) === formatVerifierKey(log)) return;
  throw logProblems.pinnedOther(log.name);
}

/** Writes down what is about to be signed; before it is signed, so that nothing is forgotten. */
export async function remember(folder: string, { log, seen }: Required<Memory>): Promise<void> {
  await writeWhole(join(folder, nameOf(log.name, "vkey")), `${formatVerifierKey(log)}\n`);
  await writeWhole(join(folder, nameOf(log.name, "checkpoint")), formatNote(seen.note));
}

function nameOf(origin: string, ending: string): string {
  return `${encodeURIComponent(origin)}.${ending}`;
}
