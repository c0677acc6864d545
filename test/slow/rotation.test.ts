import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formatFingerprint } from "../../src/trust/ssh/ssh-key.ts";
import { readKeys } from "../../src/trust/keys/keys.ts";
import { plumbline } from "../command.ts";

let folder: string;
let releases: string;
let keys: string;

async function command(...args: string[]): Promise<string> {
  const said = await plumbline(args, { env: { PLUMBLINE_KEYS: keys } });
  expect(said.code, said.err).toBe(0);
  return said.out;
}

/** Builds the public site of the releases as they are now, and checks it. */
async function publish(): Promise<string> {
  await command("site", "--releases", releases, "--tier", "public", "--out", folder);
  return command("verify", join(folder, "public"));
}

/** Two releases of a small programme, signed; then the key is changed. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plumbline-rotation-"));
  [releases, keys] = [join(folder, "releases"), join(folder, "keys")];
  const data = join(folder, "programme");
  const size = ["--kinds", "complaints,training", "--records", "3000", "--format", "csv"];
  await command("sample", ...size, "--out", data);
  await command("keygen", keys, "--name", "test.example/releases");
  await command("run", "--data", data, "--releases", releases, "--tier", "public");
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test("a site that is built after a change of key, or a revocation, holds for earlier releases", async () => {
  const old = await readKeys({ folder: keys });
  // The releases were published on 31 July and 30 October.
  await command("keygen", keys, "--rotate", "--day", "2026-11-26", "--releases", releases);
  expect(await publish()).not.toContain("FAULT");
  const page = await readFile(join(folder, "public/verify/index.html"), "utf8");
  expect(page).toContain("-n release@plumbline \\\n  -O verify-time=20261030Z");
  const fingerprint = await formatFingerprint(old.release.publicKey);
  await command("revoke", fingerprint, "--why", "A copy was lost", "--releases", releases);
  await command("sign", "--releases", releases);
  expect(await publish()).not.toContain("FAULT");
  const anew = await readFile(join(folder, "public/verify/index.html"), "utf8");
  expect(anew).not.toContain("\n  -O verify-time");
  const files = join(folder, "public/releases/2026-q3/files");
  expect(await command("verify", files), "by the site's own keys").toMatch(
    /^ok +signature: SHA256SUMS is signed by test\.example\/releases, /m,
  );
}, 240_000);
