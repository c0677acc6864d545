import { chmod, mkdir, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findKeys, readKeys } from "../../src/trust/keys/keys.ts";
import { makeKeys, throwAwayKeys } from "../../src/trust/keys/make-keys.ts";
import { signReleases } from "../../src/trust/sign-releases.ts";
import { plumbline, root } from "../command.ts";
import { makeReleases, makeTemporary, testKeys } from "./programme.ts";

const name = "test.example/releases";
const text = (...path: string[]) => readFile(join(...path), "utf8");

test("keygen makes keys that only their owner can read, and sign signs with them", async () => {
  const dir = join(await makeTemporary(), "keys");
  const made = await plumbline(["keygen", dir, "--name", name, "--json"]);
  expect([made.code, made.err]).toEqual([0, ""]);
  const roles = (JSON.parse(made.out) as { role: string }[]).map(({ role }) => role);
  expect(roles).toEqual(["release", "log", "blinding"]);
  for (const file of await readdir(dir)) {
    expect((await stat(join(dir, file))).mode & 0o777, file).toBe(0o600);
    const [, secret] = /-----\n(\S+)/.exec(await text(dir, file))!;
    expect(made.out).not.toContain(secret);
  }
  const releases = await makeReleases();
  const signed = await plumbline(["sign", "--releases", releases, "--keys", dir]);
  expect(signed.out.trimEnd().split("\n")).toEqual([
    "Release 2026-q2 (public): signed, entry 0 of the log",
    "Release 2026-q2 (sponsor): signed, entry 1 of the log",
    "Release 2026-q3 (public): signed, entry 2 of the log",
  ]);
  const again = await plumbline(["sign", "--releases", releases], { env: { PLUMBLINE_KEYS: dir } });
  expect(again.out).toContain("Release 2026-q3 (public): signed already");
  const other = await plumbline(["keygen", dir, "--name", name]);
  expect([other.code, other.err]).toEqual([1, expect.stringContaining("is there already.")]);
});

test("keys may come as text in the environment, and are the same", async () => {
  const dir = join(await makeTemporary(), "keys");
  await makeKeys(dir, name, ["release", "log", "blinding"]);
  const env = {
    PLUMBLINE_RELEASE_KEY: await text(dir, "release.pem"),
    PLUMBLINE_LOG_KEY: await text(dir, "log.pem"),
    PLUMBLINE_BLINDING_KEY: (await text(dir, "blinding.pem")).trim(),
  };
  const [one, other] = [await readKeys({ folder: dir }), await readKeys({ env })];
  expect(other.release.publicKey).toEqual(one.release.publicKey);
  expect(other.log.publicKey).toEqual(one.log.publicKey);
  expect([other.blinding, other.log.name]).toEqual([one.blinding, name]);
  const part = readKeys({ env: { ...env, PLUMBLINE_BLINDING_KEY: "" } });
  await expect(part).rejects.toThrow("There is no key in PLUMBLINE_BLINDING_KEY.");
  const broken = readKeys({ env: { ...env, PLUMBLINE_LOG_KEY: "CANARY7Q" } });
  await expect(broken).rejects.toThrow(/^PLUMBLINE_LOG_KEY is not a private key/);
});

test("without a key nothing is signed, and one sentence says so", async () => {
  const releases = await makeReleases();
  expect(await findKeys({ env: {} })).toBeUndefined();
  const env = { PLUMBLINE_KEYS: "", PLUMBLINE_RELEASE_KEY: "", PLUMBLINE_LOG_KEY: "" };
  const said = await plumbline(["sign", "--releases", releases], { env });
  expect([said.code, said.out]).toEqual([1, ""]);
  expect(said.err.trimEnd().split("\n")).toEqual([
    "There is no key to sign with.",
    expect.stringContaining("plumbline keygen"),
  ]);
  expect(await readdir(releases)).toEqual(["2026-q2", "2026-q3"]);
});

test("a key that others can read, or that is none, is refused", async () => {
  const dir = join(await makeTemporary(), "keys");
  await makeKeys(dir, name, ["release", "log", "blinding"]);
  await chmod(join(dir, "log.pem"), 0o644);
  await expect(readKeys({ folder: dir })).rejects.toThrow(/Others on this machine can read/);
  await chmod(join(dir, "log.pem"), 0o600);
  await writeFile(join(dir, "log.pem"), "CANARY7Q");
  await expect(readKeys({ folder: dir })).rejects.toThrow(/log\.pem is not a private key/);
  await expect(readKeys({ folder: join(dir, "none") })).rejects.toThrow(/There is no key in/);
});

test("keys are refused a place in the project, a programme, a repository or what is published", async () => {
  const dir = await makeTemporary();
  await mkdir(join(dir, "programme/keys"), { recursive: true });
  await writeFile(join(dir, "programme/programme.yaml"), "");
  await mkdir(join(dir, "work/.git"), { recursive: true });
  await mkdir(join(dir, "public/log"), { recursive: true });
  await writeFile(join(dir, "public/log/checkpoint"), "");
  const places: [string, RegExp][] = [
    [join(root, "keys"), /the folder of this program/],
    [join(dir, "programme/keys"), /the folder of a programme/],
    [join(dir, "work/keys"), /a git repository/],
    [join(dir, "releases/keys"), /a folder that is published/],
    [join(dir, "public/private"), /a folder that is published/],
  ];
  for (const [place, why] of places) {
    await expect(makeKeys(place, name, ["log"]), place).rejects.toThrow(why);
  }
  for (const wrong of ["", "a b", "a+b", "a,b", "https://a.example"]) {
    const making = makeKeys(join(dir, "keys"), wrong, ["log"]);
    await expect(making, wrong).rejects.toThrow(/cannot be the name of a key/);
  }
  expect((await readdir(dir)).sort()).toEqual(["programme", "public", "work"]);
});

test("throw-away keys are made once, and say what they are wherever they sign", async () => {
  const folder = join(await makeTemporary(), "throw-away");
  const [first, second] = [await throwAwayKeys(folder), await throwAwayKeys(folder)];
  expect(second.release.publicKey).toEqual(first.release.publicKey);
  const { release, log, witnesses, auditor } = first;
  const names = [release, log, ...witnesses, auditor!].map((key) => key.name);
  expect(names).toHaveLength(5);
  for (const own of names) expect(own).toContain("throw-away");
  const releases = await makeReleases();
  await signReleases(releases, first);
  expect(await text(releases, "log/checkpoint")).toMatch(/^throw-away\.example\/releases\n3\n/);
  expect(await text(releases, "keys/allowed_signers")).toMatch(
    /^(throw-away[^\n]+\n){3}auditor\.throw-away/,
  );
  expect(await text(releases, "log/policy")).toContain("group witnesses 2 W1 W2\nquorum witnesses");
});

test("a list of signers from before there were bundles gains that use of its key, and nothing else", async () => {
  const releases = await makeReleases();
  await signReleases(releases, testKeys);
  const path = join(releases, "keys/allowed_signers");
  const now = await readFile(path, "utf8");
  const before = now.replace(/^.*bundle@plumbline.*\n/m, "");
  expect(before.split("\n")).toHaveLength(3);
  await writeFile(path, `# ours\n${before}`);
  await signReleases(releases, testKeys);
  expect(await readFile(path, "utf8")).toBe(`# ours\n${now}`);
});
