import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { cosignLog, type CosignOptions } from "../../src/cosign.ts";
import { parseCheckpoint } from "../../src/trust/log/checkpoint.ts";
import { addWitness } from "../../src/trust/log/add-witness.ts";
import { mergeCosignature } from "../../src/trust/log/cosigned.ts";
import { formatKey } from "../../src/trust/keys/keys.ts";
import { makeVerifierKey, formatVerifierKey } from "../../src/trust/log/note.ts";
import { parsePolicy } from "../../src/trust/log/policy.ts";
import { verifyQuorum } from "../../src/trust/log/quorum.ts";
import { signReleases } from "../../src/trust/sign-releases.ts";
import { parseBundle } from "../../src/trust/statements/sigstore-bundle.ts";
import { verifyWithSigstore } from "./outside.ts";
import { makeRelease, makeReleases, makeTemporary, testKeys, testSigner } from "./programme.ts";

const name = "w.example";
const witness = await testSigner(name, 7);

interface Watch {
  readonly releases: string;
  readonly options: CosignOptions;
}

/** Signed releases, and a witness that has not seen their log yet. */
async function makeWatch(): Promise<Watch> {
  const releases = await makeReleases();
  await signReleases(releases, testKeys);
  const own = await makeTemporary();
  const key = join(own, "witness.pem");
  await writeFile(key, formatKey(name, new Uint8Array(32).fill(7)), { mode: 0o600 });
  const state = join(own, "state");
  return { releases, options: { place: releases, key, state, now: 1_800_000_000 } };
}

const fourth = { published: "2027-01-29", supersedes: "2026-q3" };

async function grow(releases: string): Promise<void> {
  await makeRelease(releases, "2026-q4", "public", fourth);
  await signReleases(releases, testKeys);
}

/** Another history of the same log, by its own key. */
async function fork(releases: string, more = 0): Promise<void> {
  for (const part of ["log", "keys"]) await rm(join(releases, part), { recursive: true });
  for (const tier of ["2026-q2/public", "2026-q2/sponsor", "2026-q3/public"]) {
    await rm(join(releases, tier, "release.sigstore.json"), { force: true });
  }
  const told = { published: "2026-07-31", figures: "n\n20\n" };
  await makeRelease(releases, "2026-q2", "public", told);
  if (more > 0) await makeRelease(releases, "2026-q4", "public", fourth);
  await signReleases(releases, testKeys);
}

test("a witness signs a log that grows, with the time at which it did", async () => {
  const { releases, options } = await makeWatch();
  const first = await cosignLog(options);
  expect([first.size, first.firstSeen]).toEqual([3, true]);
  await grow(releases);
  const second = await cosignLog({ ...options, now: 1_800_000_060 });
  expect([second.size, second.firstSeen]).toEqual([4, false]);
  const key = await makeVerifierKey(witness, 4);
  const policy = await parsePolicy(
    (await readFile(join(releases, "log/policy"), "utf8")).replace(
      "quorum none\n",
      `witness W ${formatVerifierKey(key)}\nquorum W\n`,
    ),
  );
  const shown = await readFile(join(releases, "log/checkpoint"), "utf8");
  const signed = parseCheckpoint(shown + second.line);
  expect(await verifyQuorum(signed, policy)).toEqual([{ name: "W", seconds: 1_800_000_060 }]);
  await expect(verifyQuorum(parseCheckpoint(shown + first.line), policy)).rejects.toThrow(
    /not by the key of w\.example/,
  );
});

test("a fork of the same size, or a longer one, is refused with its own sentence", async () => {
  for (const more of [0, 1]) {
    const { releases, options } = await makeWatch();
    await cosignLog(options);
    await fork(releases, more);
    await expect(cosignLog(options)).rejects.toThrow(
      "The log test.example/releases shows another history than the one of 3 entries that it showed before.",
    );
  }
});

test("a log from which entries were taken away is refused, and what was seen stays known", async () => {
  const { releases, options } = await makeWatch();
  const before = join(await makeTemporary(), "log");
  await cp(join(releases, "log"), before, { recursive: true });
  await grow(releases);
  await cosignLog(options);
  await expect(cosignLog({ ...options, place: before })).rejects.toThrow(
    "has 3 entries, and had 4 before: entries were taken away",
  );
  expect((await cosignLog(options)).size).toBe(4);
});

test("a log whose key changed under its name is refused, on first sight too where the key is given", async () => {
  const { releases, options } = await makeWatch();
  const pinned = formatVerifierKey(await makeVerifierKey(testKeys.log, 1));
  await cosignLog({ ...options, log: pinned });
  const log = await testSigner(testKeys.log.name, 9);
  await rm(join(releases, "log"), { recursive: true });
  await rm(join(releases, "keys"), { recursive: true });
  await rm(join(releases, "2026-q2/public/release.sigstore.json"));
  await signReleases(releases, { ...testKeys, log });
  await expect(cosignLog(options)).rejects.toThrow("is not the one that this witness knows");
  const fresh = { ...options, state: join(await makeTemporary(), "fresh") };
  await expect(cosignLog({ ...fresh, log: pinned })).rejects.toThrow(
    /does not bear the signature of test\.example/,
  );
});

test("a tile that was changed is no continuation, and a folder without a log is named", async () => {
  const { releases, options } = await makeWatch();
  await cosignLog(options);
  await grow(releases);
  const tile = join(releases, "log/tile/0/000.p/4");
  const bytes = new Uint8Array(await readFile(tile));
  bytes[0]! ^= 1;
  await writeFile(tile, bytes);
  await expect(cosignLog(options)).rejects.toThrow(/shows another history/);
  const empty = await makeTemporary();
  await expect(cosignLog({ ...options, place: empty })).rejects.toThrow(/has no checkpoint/);
});

test("a witness reads a log from its address as from its folder", async () => {
  const { releases, options } = await makeWatch();
  const server = createServer((request, response) => {
    readFile(join(releases, request.url!)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((done) => server.once("listening", done));
  const { port } = server.address() as AddressInfo;
  const place = `http://127.0.0.1:${port}`;
  const first = await cosignLog({ ...options, place });
  await grow(releases);
  expect((await cosignLog({ ...options, place: `${place}/log/` })).size).toBe(first.size + 1);
  await expect(cosignLog({ ...options, place: "http://127.0.0.1:9" })).rejects.toThrow(
    /cannot be read/,
  );
});

test("the operator adds a witness's line to the checkpoint, and the proofs then bear it", async () => {
  const { releases, options } = await makeWatch();
  const line = join(await makeTemporary(), "line");
  await writeFile(line, (await cosignLog(options)).line);
  const merge = () => mergeCosignature(releases, line, testKeys);
  await expect(merge()).rejects.toThrow(/is not a witness's signature/);
  const key = formatVerifierKey(await makeVerifierKey(witness, 4));
  expect(await addWitness(releases, "W", key)).toEqual({ threshold: 1, members: ["W"] });
  const policyText = await readFile(join(releases, "log/policy"), "utf8");
  expect(await merge()).toEqual({ witness: "W", size: 3, renewed: 3 });
  expect(await merge(), "the same line changes nothing").toMatchObject({ renewed: 0 });
  const policy = await parsePolicy(policyText);
  const root = await readFile(join(releases, "keys/trusted_root.json"), "utf8");
  const pem = await readFile(join(releases, "keys/release.pem"), "utf8");
  for (const tier of ["2026-q2/public", "2026-q2/sponsor", "2026-q3/public"]) {
    const bundle = await readFile(join(releases, tier, "release.sigstore.json"), "utf8");
    const { checkpoint } = parseBundle(bundle);
    expect(checkpoint.size).toBe(3);
    expect(await verifyQuorum(checkpoint, policy)).toHaveLength(1);
    verifyWithSigstore(bundle, root, pem);
  }
  await writeFile(line, "— w.example AAAAAAAAAAAA\n");
  await expect(merge()).rejects.toThrow(/is not a witness's signature/);
});

test("witnesses are named one by one, and the quorum is all of them or as many as said", async () => {
  const { releases } = await makeWatch();
  const keyOf = async (byte: number) =>
    formatVerifierKey(await makeVerifierKey(await testSigner(`w${byte}.example`, byte), 4));
  await addWitness(releases, "A", await keyOf(11));
  expect(await addWitness(releases, "B", await keyOf(12))).toMatchObject({ threshold: 2 });
  const three = await addWitness(releases, "C", await keyOf(13), "2");
  expect(three).toEqual({ threshold: 2, members: ["A", "B", "C"] });
  const text = await readFile(join(releases, "log/policy"), "utf8");
  expect(text).toContain("group witnesses 2 A B C\nquorum witnesses\n");
  for (const taken of ["C", "none", "witnesses", "D E", ""]) {
    await expect(addWitness(releases, taken, await keyOf(14))).rejects.toThrow(/it is taken/);
  }
  await expect(addWitness(releases, "D", await keyOf(13))).rejects.toThrow(/one key twice/);
  await expect(addWitness(releases, "D", await keyOf(14), "5")).rejects.toThrow(/from 1 to 4/);
  const log = formatVerifierKey(await makeVerifierKey(testKeys.log, 1));
  await expect(addWitness(releases, "D", log)).rejects.toThrow(/a log's, not a witness's/);
  expect(await readFile(join(releases, "log/policy"), "utf8")).toBe(text);
  await writeFile(join(releases, "log/policy"), text.replaceAll("witnesses", "ours"));
  await expect(addWitness(releases, "D", await keyOf(14))).rejects.toThrow(/written by hand/);
});
