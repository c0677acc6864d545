import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { DrawRequest } from "../../src/sampling/request.ts";

/** A checkpoint that is well formed; its root is of invented bytes. */
export function checkpointText(size = 7, cosigned = false): string {
  const root = Buffer.alloc(32, size).toString("base64");
  const line = (who: string) => `— ${who} ${Buffer.alloc(68, who.length).toString("base64")}\n`;
  const signatures = [line("log.example/one"), ...(cosigned ? [line("witness.example")] : [])];
  return `log.example/one\n${size}\n${root}\n\n${signatures.join("")}`;
}

/** A folder that is removed after the test. */
export async function makeDesk(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "plumbline-desk-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

export async function writeCheckpoint(dir: string, text = checkpointText()): Promise<string> {
  const file = join(dir, "checkpoint");
  await writeFile(file, text);
  return file;
}

/** A request to draw 10 incidents; what differs is given. */
export function wanting(data: string, differing: Partial<DrawRequest>): DrawRequest {
  return {
    ...{ data, releases: join(data, "releases"), release: "2026-q2", kind: "incidents", size: 10 },
    ...{ strata: undefined, allocation: "proportional", checkpoint: null, chosen: "a line" },
    ...{ out: join(data, "out"), threads: 2 },
    ...differing,
  };
}
