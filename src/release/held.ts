import { join } from "node:path";
import { writeWhole } from "../trust/disk.ts";
import { formatJson } from "./write.ts";

/** Where the office's memory of a release lies: exact, and never to be published. */
export function heldPath(releases: string, release: string, name: string): string {
  return join(releases, release, "held", `${name}.json`);
}

/** Writes a memory whole or not at all; only the operator can read it. */
export async function writeHeld(path: string, memory: object): Promise<void> {
  await writeWhole(path, formatJson(memory), 0o600);
}
