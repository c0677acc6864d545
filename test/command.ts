import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

export const root = join(import.meta.dirname, "..");

/** Children start in half the time when what they compile is kept. */
const compiled = join(root, "node_modules/.cache/plumbline-test");

/** What a command left behind: its exit code and everything it said. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Place {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The folder of the project whose command is run; this one by default. */
  readonly project?: string;
}

/** Runs `plumbline` as a child process, as an operator does. */
export async function plumbline(args: readonly string[], place: Place = {}): Promise<Said> {
  const cli = join(place.project ?? root, "src/cli.ts");
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: place.cwd ?? root,
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, ...place.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await once(child, "close")) as [number | null];
  const [out, err] = await said;
  return { code, out, err };
}

/** Lines on stderr but for those that tell how far a run has come. */
export function complaint({ err }: Said): string[] {
  return err.split("\n").filter((line) => line !== "" && !/^Release \S+: [a-z]/.test(line));
}
