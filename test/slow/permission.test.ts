import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, inject, test } from "vitest";
import { root } from "../command.ts";

const run = promisify(execFile);
const folders: string[] = [];

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function makeFolder(parent: string): Promise<string> {
  const folder = await mkdtemp(join(parent, "plumbline-permission-"));
  folders.push(folder);
  return folder;
}

/** Files by which build tools look for a workspace above the project. */
function listAbove(): string[] {
  const names = ["pnpm-workspace.yaml", "lerna.json", "package.json", "deno.json", ".git"];
  const above: string[] = [];
  for (let at = dirname(root); ; at = dirname(at)) {
    above.push(...names.map((name) => join(at, name)));
    if (at === dirname(at)) return above;
  }
}

/** Leave to read a folder is forgotten by Node where leave for something below it is given too. */
function dropNested(paths: readonly string[]): string[] {
  return paths.filter((path) => !paths.some((other) => path.startsWith(`${other}/`)));
}

test("the public site is built without leave to read a restricted folder", async () => {
  // Outside of what the build may read at large, which holds the folder for temporary files.
  const releases = join(await makeFolder("/var/tmp"), "releases");
  await cp(inject("sample").releases, releases, { recursive: true });
  const out = await makeFolder(tmpdir());
  const system = ["/proc", "/etc", "/usr", "/run", "/sys", "/lib", "/lib64", homedir(), tmpdir()];
  const shown = ["2026-q2", "2026-q3"].map((id) => join(releases, id, "public"));
  const attested = ["2026-q2", "2026-q3"].map((id) => join(releases, id, "attestations"));
  const others = ["keys", "log"].map((name) => join(releases, name));
  const readable = [root, ...system, ...listAbove(), ...shown, ...attested, ...others];
  const secret = join(releases, "2026-q3/sponsor/figures.json");
  const { stdout } = await run(
    process.execPath,
    [
      "--permission",
      ...["--allow-addons", "--allow-child-process", "--allow-worker", "--no-warnings"],
      ...dropNested(readable).map((path) => `--allow-fs-read=${path}`),
      ...dropNested([root, tmpdir()]).map((path) => `--allow-fs-write=${path}`),
      join(import.meta.dirname, "build-public.ts"),
      ...[join(out, "public"), secret, ...shown],
    ],
    { cwd: root },
  );
  const said = JSON.parse(stdout.trim().split("\n").at(-1)!) as { pages: number; secret: string };
  expect(said.pages).toBeGreaterThan(100);
  expect(said.secret).toBe("ERR_ACCESS_DENIED");
}, 180_000);
