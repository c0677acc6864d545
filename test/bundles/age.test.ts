import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, expect, test } from "vitest";
import { packFiles } from "../../src/seal/archive.ts";
import { formatIdentity, parseIdentities, readIdentities } from "../../src/seal/identities.ts";
import { openBundle } from "../../src/seal/open-bundle.ts";
import { makeTemporary, testKeys } from "../trust/programme.ts";
import { anchorOf, as, makeBundle, makeSite, people, unsigned, withCipher } from "./site.ts";

/** `npm run test:age`: needs age and age-keygen, as Debian's package `age` has them. */
const asked = process.env["PLUMBLINE_TEST_AGE"] !== undefined;
const there = asked && spawnSync("age", ["--version"]).error === undefined;

const age = (args: readonly string[], input?: Uint8Array) =>
  spawnSync("age", args, { input, maxBuffer: 1e8 });
const site = makeSite();

beforeEach((context) => {
  if (!asked) context.skip("only `npm run test:age` asks age itself");
  if (!there) context.skip("age is not installed: apt-get install age");
});

test("age opens a bundle for each of its recipients, tar unpacks it, and nobody else opens it", async () => {
  const dir = await makeTemporary();
  const { cipher } = await makeBundle(site);
  for (const [name, { secret }] of Object.entries(people)) {
    const file = join(dir, `${name}.txt`);
    await writeFile(file, `# ${name}\n${secret}\n`, { mode: 0o600 });
    const { status, stdout } = age(["-d", "-i", file], cipher);
    const sealed = ["inspector", "safe", "notary"].includes(name);
    expect(status === 0, name).toBe(sealed);
    if (!sealed) continue;
    const out = join(dir, name);
    await mkdir(out);
    expect(spawnSync("tar", ["-xzf", "-", "-C", out], { input: stdout }).status).toBe(0);
    const found = await readdir(out, { recursive: true, withFileTypes: true });
    expect(found.filter((entry) => entry.isFile())).toHaveLength(site.size);
    for (const [path, bytes] of site)
      expect(new Uint8Array(await readFile(join(out, path)))).toEqual(bytes);
  }
});

test("age refuses a bundle with a byte changed", async () => {
  const dir = await makeTemporary();
  const file = join(dir, "me.txt");
  await writeFile(file, people.inspector.secret);
  const { cipher } = await makeBundle(site);
  for (let at = 0; at < cipher.length; at += 97) {
    const changed = cipher.slice();
    changed[at]! ^= 1;
    expect(age(["-d", "-i", file], changed).status, `byte ${at}`).not.toBe(0);
  }
});

test("a bundle that age has encrypted opens, of one part and of several", async () => {
  const recipients = [people.inspector, people.safe, people.notary];
  const keys = recipients.flatMap(({ recipient }) => ["-r", recipient]);
  const large = makeSite();
  // More than two parts of 64 KiB, of bytes that do not shrink.
  large.set("noise.bin", crypto.getRandomValues(new Uint8Array(65_536)));
  large.set("noise2.bin", crypto.getRandomValues(new Uint8Array(65_536)));
  large.set("noise3.bin", crypto.getRandomValues(new Uint8Array(65_536)));
  for (const files of [site, large]) {
    const { status, stdout } = age(keys, gzipSync(packFiles(files)));
    expect(status).toBe(0);
    const bundle = await unsigned(files);
    const sealed = await withCipher(bundle, new Uint8Array(stdout), {}, testKeys.release);
    const options = as(people.safe, anchorOf(testKeys.release));
    const opened = await openBundle(sealed, options);
    expect(opened.files.size).toBe(files.size);
  }
});

test("an identity of age-keygen is read, and age-keygen reads ours", async () => {
  const dir = await makeTemporary();
  const theirs = join(dir, "theirs.txt");
  const made = spawnSync("age-keygen", ["-o", theirs], { encoding: "utf8" });
  const [own] = await readIdentities(theirs);
  expect(made.stderr).toContain(own!.recipient);
  const { text, recipient } = await formatIdentity("Inspector");
  const asked = spawnSync("age-keygen", ["-y"], { input: text, encoding: "utf8" });
  expect(asked.stdout.trim()).toBe(recipient);
  expect((await parseIdentities(text, "ours.txt"))[0]!.recipient).toBe(recipient);
});
