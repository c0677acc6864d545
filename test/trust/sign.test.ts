import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findDamage } from "../../src/release/intact.ts";
import { listFiles, proofFiles } from "../../src/release/files.ts";
import { decodeText, type Bytes } from "../../src/trust/bytes.ts";
import { readFolder } from "../../src/trust/disk.ts";
import { LogFolder, readCheckpoint } from "../../src/trust/log/log-folder.ts";
import { readLoggedStatements } from "../../src/trust/log/logged-statements.ts";
import { signReleases, readPolicy } from "../../src/trust/sign-releases.ts";
import { parseBundle } from "../../src/trust/statements/sigstore-bundle.ts";
import { makeKeyFinder } from "../../src/trust/ssh/ssh-key.ts";
import { parseStatement } from "../../src/trust/statements/statements.ts";
import { digestSums, verifySubject } from "../../src/trust/ssh/sums.ts";
import { parseTlogProof, verifyTlogProof } from "../../src/trust/log/tlog-proof.ts";
import { verifyBundle } from "../../src/trust/statements/verify-bundle.ts";
import { readExample } from "./example.ts";
import { checkWithSha256sum, hasSshKeygen, verifyWithSigstore, verifyWithSsh } from "./outside.ts";
import { makeRelease, makeReleases, testKeys, testSigner, witnessedKeys } from "./programme.ts";

const tiers = ["2026-q2/public", "2026-q2/sponsor", "2026-q3/public"];
const readText = (...path: string[]) => readFile(join(...path), "utf8");

test("what is signed satisfies our own reader, with the keys that are published", async () => {
  const releases = await makeReleases();
  const signed = await signReleases(releases, witnessedKeys);
  expect(signed.map(({ release, tier, state, index }) => [release, tier, state, index])).toEqual([
    ["2026-q2", "public", "signed", 0],
    ["2026-q2", "sponsor", "signed", 1],
    ["2026-q3", "public", "signed", 2],
  ]);
  const policy = await readPolicy(releases);
  const findKey = await makeKeyFinder([witnessedKeys.release.publicKey]);
  for (const [at, tier] of tiers.entries()) {
    const read = readFolder(join(releases, tier));
    const bundle = parseBundle(decodeText((await read("release.sigstore.json"))!)!);
    const { payload, index, witnessed } = await verifyBundle(bundle, { policy, findKey });
    expect([index, witnessed.length]).toEqual([at, 2]);
    const statement = parseStatement(payload);
    expect(statement.subject.name).toBe(`releases/${tier}/SHA256SUMS`);
    await verifySubject(statement.subject, (await read("SHA256SUMS"))!, await read("blinding"));
    const proof = parseTlogProof(decodeText((await read("release.tlog-proof"))!)!);
    await verifyTlogProof(proof, bundle.entry, policy);
  }
});

test("Sigstore's verifier accepts each bundle, and refuses it under another log's root", async () => {
  const releases = await makeReleases();
  await signReleases(releases, witnessedKeys);
  const root = await readText(releases, "keys/trusted_root.json");
  const key = await readText(releases, "keys/release.pem");
  for (const tier of tiers) {
    const bundle = await readText(releases, tier, "release.sigstore.json");
    verifyWithSigstore(bundle, root, key);
    const other = readExample("keys/trusted_root.json");
    expect(() => verifyWithSigstore(bundle, other, key)).toThrow();
    const otherKey = readExample("keys/release.pem");
    expect(() => verifyWithSigstore(bundle, root, otherKey)).toThrow();
  }
});

test.skipIf(!hasSshKeygen)(
  "ssh-keygen accepts each list of files, and no revoked key, other day or other list",
  async () => {
    const releases = await makeReleases();
    await signReleases(releases, testKeys);
    const keys = join(releases, "keys");
    const ask = { keys, name: "test.example/releases", namespace: "release@plumbline" };
    for (const tier of tiers) {
      const question = { ...ask, folder: join(releases, tier), day: "20261101Z" };
      expect(verifyWithSsh(question)).toBe(0);
      expect(verifyWithSsh({ ...question, namespace: "file" })).not.toBe(0);
      expect(verifyWithSsh({ ...question, name: "someone.else" })).not.toBe(0);
    }
    const question = { ...ask, folder: join(releases, tiers[0]!), day: "20261101Z" };
    const allowed = await readText(keys, "allowed_signers");
    await writeFile(join(keys, "revoked_keys"), allowed.split(" ").slice(2).join(" "));
    expect(verifyWithSsh(question)).not.toBe(0);
  },
);

test("sha256sum accepts each release, and not one with a changed file", async () => {
  const releases = await makeReleases();
  await signReleases(releases, testKeys);
  for (const tier of tiers) expect(checkWithSha256sum(join(releases, tier))).toBe(0);
  await writeFile(join(releases, tiers[0]!, "figures.csv"), "n\n20\n");
  expect(checkWithSha256sum(join(releases, tiers[0]!))).not.toBe(0);
});

test("the same releases and keys give the same bytes, and signing again changes nothing", async () => {
  const [one, other] = [await makeReleases(), await makeReleases()];
  await signReleases(one, witnessedKeys);
  await signReleases(other, witnessedKeys);
  const files = await listFiles(one);
  expect(await listFiles(other)).toEqual(files);
  const again = await signReleases(one, witnessedKeys);
  expect(again.map(({ state }) => state)).toEqual(["unchanged", "unchanged", "unchanged"]);
  expect(await listFiles(one)).toEqual(files);
});

test("a run that was cut off after the log was written ends with the same files", async () => {
  const releases = await makeReleases();
  await signReleases(releases, witnessedKeys);
  const files = await listFiles(releases);
  for (const path of proofFiles) await rm(join(releases, tiers[0]!, path), { force: true });
  await signReleases(releases, witnessedKeys);
  expect(await listFiles(releases)).toEqual(files);
});

test("files that prove a release are no damage to it, and every other file is", async () => {
  const releases = await makeReleases();
  await signReleases(releases, testKeys);
  const folder = join(releases, tiers[1]!);
  expect(await findDamage(folder)).toBeUndefined();
  await writeFile(join(folder, "SHA256SUMS.txt"), "");
  expect(await findDamage(folder)).toBe("SHA256SUMS.txt");
});

test("a release is logged once: with other content it is refused", async () => {
  const releases = await makeReleases();
  await signReleases(releases, testKeys);
  const before = await listFiles(join(releases, "log"));
  const told = { published: "2026-07-31", figures: "n\n20\n" };
  await makeRelease(releases, "2026-q2", "public", told);
  await expect(signReleases(releases, testKeys)).rejects.toThrow(
    "The release 2026-q2 (public) is in the log already, with other content.",
  );
  expect(await listFiles(join(releases, "log"))).toEqual(before);
});

test("a throw-away log begins anew with a release that was made anew; no other log does", async () => {
  const name = "throw-away.example/releases";
  const log = await testSigner(name, 2);
  const keys = { ...witnessedKeys, throwAway: true, log };
  const releases = await makeReleases();
  await signReleases(releases, keys);
  const told = { published: "2026-07-31", figures: "n\n20\n" };
  await makeRelease(releases, "2026-q2", "public", told);
  const signed = await signReleases(releases, keys);
  expect(signed.map(({ index }) => index)).toEqual([0, 1, 2]);
  const checkpoint = await readCheckpoint(join(releases, "log"));
  expect(checkpoint).toMatchObject({ origin: name, size: 3 });
  const real = await makeReleases();
  await signReleases(real, testKeys);
  await expect(signReleases(real, keys)).rejects.toThrow("is the log test.example/releases");
});

test("a damaged release is not signed", async () => {
  const releases = await makeReleases();
  await writeFile(join(releases, tiers[0]!, "figures.csv"), "n\n20\n");
  await expect(signReleases(releases, testKeys)).rejects.toThrow(/figures\.csv differs/);
  expect(await readCheckpoint(join(releases, "log"))).toBeUndefined();
});

const damages: [string, string][] = [
  ["a tile", "tile/0/000.p/3"],
  ["a bundle of entries", "tile/entries/000.p/3"],
  ["a signed statement", "statements/1.json"],
  ["its last checkpoint", "checkpoint.3"],
];

test.each(damages)("nothing is appended to a log with %s changed or gone", async (_, path) => {
  const releases = await makeReleases();
  await signReleases(releases, testKeys);
  const file = join(releases, "log", path);
  const bytes = new Uint8Array(await readFile(file));
  bytes[bytes.length - 10]! ^= 1;
  await writeFile(file, bytes);
  const open = () => LogFolder.open(join(releases, "log"), testKeys.log);
  await expect(open()).rejects.toThrow();
  await rm(file);
  if (!path.startsWith("checkpoint")) await expect(open()).rejects.toThrow();
});

test("a log goes on from the last checkpoint that was signed, though it is not shown any more", async () => {
  const releases = await makeReleases();
  await signReleases(releases, testKeys);
  const files = await listFiles(join(releases, "log"));
  const early = await readText(releases, "log/checkpoint.1");
  for (const lose of [
    () => rm(join(releases, "log/checkpoint")),
    () => writeFile(join(releases, "log/checkpoint"), early),
  ]) {
    await lose();
    expect((await LogFolder.open(join(releases, "log"), testKeys.log)).size).toBe(3);
    expect(await listFiles(join(releases, "log"))).toEqual(files);
  }
});

test("restricted tiers cannot be guessed from the log: their digests need the blinding", async () => {
  const releases = await makeReleases();
  await signReleases(releases, testKeys);
  const log = await readLoggedStatements(readFolder(join(releases, "log")), 3);
  const { statement } = log[1]!;
  const read = readFolder(join(releases, tiers[1]!));
  const [sums, blinding] = [await read("SHA256SUMS"), await read("blinding")];
  expect(statement.predicate).toMatchObject({ tier: "sponsor", blinded: true });
  expect(statement.subject.sha256).toBe(await digestSums(sums!, blinding));
  expect(statement.subject.sha256).not.toBe(await digestSums(sums!));
  await expect(verifySubject(statement.subject, sums!)).rejects.toThrow(/another digest/);
  const logged = await Promise.all(
    (await listFiles(join(releases, "log"))).map(({ path }) =>
      readFile(join(releases, "log", path)),
    ),
  );
  const whole = Buffer.concat(logged);
  expect(whole.includes(await digestSums(sums!))).toBe(false);
  expect(whole.includes(Buffer.from(blinding as Bytes).toString("hex"))).toBe(false);
});
