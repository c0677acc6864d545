import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { signReleases } from "../../../src/trust/sign-releases.ts";
import { makeRelease, makeReleases, makeTemporary, witnessedKeys } from "../programme.ts";

/** `npm run test:go`: needs Go and its package golang.org/x/mod, as Debian ships both. */
const asked = process.env["PLUMBLINE_TEST_GO"] !== undefined;

const env = { ...process.env, GO111MODULE: "off", GOPATH: "/usr/share/gocode" };

test.skipIf(!asked)(
  "Go's own packages accept a log beyond its first tile, its checkpoints and each proof",
  async () => {
    const dir = await makeTemporary();
    const check = join(dir, "check");
    const source = join(import.meta.dirname, "check.go");
    const built = spawnSync("go", ["build", "-o", check, source], {
      env: { ...env, GOCACHE: join(dir, "cache") },
      encoding: "utf8",
    });
    expect(built.stderr).toBe("");
    const releases = await makeReleases();
    const told = { published: "2027-01-29", supersedes: "2026-q3" };
    for (let at = 0; at < 257; at++) await makeRelease(releases, `r${at}`, "public", told);
    await signReleases(releases, witnessedKeys);
    const said = spawnSync(check, [releases], { encoding: "utf8" });
    expect(said.stderr).toBe("");
    expect(said.stdout).toBe("3 signatures, 260 entries, 259 earlier checkpoints, 260 proofs\n");
    const tile = join(releases, "log/tile/0/000");
    const bytes = new Uint8Array(await readFile(tile));
    bytes[0]! ^= 1;
    await writeFile(tile, bytes);
    expect(spawnSync(check, [releases]).status).not.toBe(0);
  },
  120_000,
);
