import { readFile, readdir, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findSigner, namespaces } from "../../src/trust/ssh/allowed-signers.ts";
import { revokeKey, rotateKey } from "../../src/trust/keys/change-keys.ts";
import { readFolder } from "../../src/trust/disk.ts";
import { isFollowedBy, readKeyHistory } from "../../src/trust/keys/key-history.ts";
import { readKeys, type SigningKeys } from "../../src/trust/keys/keys.ts";
import { LogFolder, readCheckpoint } from "../../src/trust/log/log-folder.ts";
import {
  readLoggedStatements,
  type LoggedStatement,
} from "../../src/trust/log/logged-statements.ts";
import { makeKeys } from "../../src/trust/keys/make-keys.ts";
import { readPublicKeys } from "../../src/trust/keys/published-keys.ts";
import { signRelease } from "../../src/trust/sign-release.ts";
import { readPolicy, signReleases } from "../../src/trust/sign-releases.ts";
import { parseBundle } from "../../src/trust/statements/sigstore-bundle.ts";
import { formatFingerprint } from "../../src/trust/ssh/ssh-key.ts";
import type { Release } from "../../src/release/read.ts";
import { signatureCommand } from "../../src/site/words/commands.ts";
import { isKeyGivenUp, readProof } from "../../src/trust/read-proof.ts";
import { borrowAnchor } from "../../src/verify/anchor.ts";
import type { Check } from "../../src/verify/check.ts";
import { openFolder } from "../../src/verify/folder.ts";
import { within } from "../../src/verify/place.ts";
import { checkSignature } from "../../src/verify/signature.ts";
import { plumbline } from "../command.ts";
import { checkWithSha256sum, hasSshKeygen, verifyWithSigstore, verifyWithSsh } from "./outside.ts";
import { makeRelease, makeReleases, makeTemporary } from "./programme.ts";

const name = "test.example/releases";

interface Office {
  readonly releases: string;
  readonly dir: string;
  readonly old: SigningKeys;
}

/** Signed releases, then a change of key on 1 October, then one more release. */
async function makeOffice(): Promise<Office> {
  const releases = await makeReleases();
  const dir = join(await makeTemporary(), "keys");
  await makeKeys(dir, name, ["release", "log", "blinding"]);
  const old = await readKeys({ folder: dir });
  await signReleases(releases, old);
  const rotate = ["keygen", dir, "--rotate", "--day", "2026-11-10", "--releases", releases];
  const said = await plumbline(rotate);
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out).toMatch(/^From 2026-11-10 SHA256:\S+ signs releases: entry 3 of the log\n$/);
  const later = { published: "2027-01-29", supersedes: "2026-q3" };
  await makeRelease(releases, "2026-q4", "public", later);
  await signReleases(releases, await readKeys({ folder: dir }));
  return { releases, dir, old };
}

async function readLog(releases: string): Promise<LoggedStatement[]> {
  const { size } = (await readCheckpoint(join(releases, "log")))!;
  return readLoggedStatements(readFolder(join(releases, "log")), size);
}

const hintOf = async (releases: string, tier: string): Promise<string> =>
  parseBundle(await readFile(join(releases, tier, "release.sigstore.json"), "utf8")).hint;

test("a change of key is an entry that the old and the new key sign, and each signs its time", async () => {
  const { releases, dir, old } = await makeOffice();
  const now = await readKeys({ folder: dir });
  expect(now.release.publicKey).not.toEqual(old.release.publicKey);
  expect((await readdir(dir)).sort()).toEqual([
    ...["blinding.pem", "log.pem", "release.pem", "release.until-2026-11-10.pem"],
  ]);
  expect((await stat(join(dir, "release.pem"))).mode & 0o777).toBe(0o600);
  const log = await readLog(releases);
  expect(log[3]!.publicKeys).toEqual([old.release.publicKey, now.release.publicKey]);
  const spans = readKeyHistory(log);
  expect(spans).toEqual([
    { publicKey: old.release.publicKey, from: 0 },
    { publicKey: now.release.publicKey, from: 4 },
  ]);
  expect(isFollowedBy(spans, [old.release.publicKey])).toBe(true);
  expect(isFollowedBy(spans, [now.log.publicKey])).toBe(false);
  const oldHint = await formatFingerprint(old.release.publicKey);
  expect(await hintOf(releases, "2026-q2/public"), "what was signed stays").toBe(oldHint);
  const bundle = await readFile(join(releases, "2026-q4/public/release.sigstore.json"), "utf8");
  const [root, pem] = await Promise.all(
    ["keys/trusted_root.json", "keys/release.pem"].map((path) =>
      readFile(join(releases, path), "utf8"),
    ),
  );
  verifyWithSigstore(bundle, root!, pem!);
});

test("allowed_signers gives each key its days, and findSigner keeps to them", async () => {
  const { releases, dir, old } = await makeOffice();
  const now = await readKeys({ folder: dir });
  const { signers, revoked } = await readPublicKeys(readFolder(join(releases, "keys")));
  const ask = (publicKey: typeof now.blinding, day: string) => () =>
    findSigner(signers, revoked, { publicKey, namespace: namespaces.release, day, what: "it" });
  expect(ask(old.release.publicKey, "2026-11-09")()).toMatchObject({ name });
  expect(ask(old.release.publicKey, "2026-11-10")).toThrow("was not valid on 2026-11-10");
  expect(ask(now.release.publicKey, "2026-11-10")()).toMatchObject({ name });
  expect(ask(now.release.publicKey, "2026-11-09")).toThrow("was not valid on 2026-11-09");
  expect(ask(now.log.publicKey, "2026-11-10")).toThrow("not among those you trust");
});

/** What `verify` says of the signature of a release that was published on a day. */
async function checkOwnSignature(releases: string, tier: string, day: string): Promise<Check> {
  const around = openFolder(releases);
  return checkSignature({
    ...{ place: openFolder(join(releases, tier)), path: "SHA256SUMS", day },
    namespace: namespaces.release,
    anchor: await borrowAnchor(within(around, "log"), within(around, "keys")),
  });
}

test("what was published before a change of key holds when it is signed after it, or anew", async () => {
  const { releases, dir, old } = await makeOffice();
  const keys = await readKeys({ folder: dir });
  const forgotten = { published: "2026-07-31" };
  await makeRelease(releases, "2026-q1", "public", forgotten);
  await signReleases(releases, keys);
  expect((await checkOwnSignature(releases, "2026-q1/public", "2026-07-31")).faults).toEqual([]);
  const fingerprint = await formatFingerprint(old.release.publicKey);
  await revokeKey(releases, keys, { fingerprint, why: "A copy was lost", day: "2027-02-01" });
  const lost = await checkOwnSignature(releases, "2026-q2/public", "2026-07-31");
  expect(lost.faults).toEqual(["SHA256SUMS is signed by a key that was revoked."]);
  await signReleases(releases, keys);
  expect((await checkOwnSignature(releases, "2026-q2/public", "2026-07-31")).faults).toEqual([]);
});

test("a key that has signed a release stays valid up to the day on which that is published", async () => {
  const releases = await makeReleases();
  const dir = join(await makeTemporary(), "keys");
  await makeKeys(dir, name, ["release", "log", "blinding"]);
  await signReleases(releases, await readKeys({ folder: dir }));
  await rotateKey(releases, dir, "2026-10-20");
  expect((await checkOwnSignature(releases, "2026-q3/public", "2026-10-30")).faults).toEqual([]);
  const { signers } = await readPublicKeys(readFolder(join(releases, "keys")));
  expect(signers.map(({ validAfter, validBefore }) => [validAfter, validBefore])).toEqual([
    ...Array.from({ length: 3 }, () => [undefined, "2026-10-31"]),
    ...Array.from({ length: 3 }, () => ["2026-10-20", undefined]),
  ]);
});

test("readers are told the day to ask ssh-keygen about where the key was changed since", async () => {
  const { releases } = await makeOffice();
  const tell = async (tier: string) => {
    const proof = await readProof(readFolder(join(releases, tier)));
    const keyGivenUp = await isKeyGivenUp(proof, readFolder(join(releases, "keys")));
    const about = { release: { published: "2026-07-31" } } as Release["about"];
    return signatureCommand({ about, proof, keyGivenUp }, "../../keys");
  };
  expect(await tell("2026-q2/public")).toEqual([
    "ssh-keygen -Y verify -f ../../keys/allowed_signers",
    "  -r ../../keys/revoked_keys",
    "  -I test.example/releases -n release@plumbline",
    "  -O verify-time=20260731Z",
    "  -s SHA256SUMS.sig < SHA256SUMS",
  ]);
  expect((await tell("2026-q4/public")).join("")).not.toContain("verify-time");
});

test.skipIf(!hasSshKeygen)("ssh-keygen accepts each key in its time and not outside", async () => {
  const { releases } = await makeOffice();
  const ask = { keys: join(releases, "keys"), name, namespace: "release@plumbline" };
  const [early, late] = ["2026-q2/public", "2026-q4/public"].map((tier) => join(releases, tier));
  expect(verifyWithSsh({ ...ask, folder: early!, day: "20261109Z" })).toBe(0);
  expect(verifyWithSsh({ ...ask, folder: early!, day: "20261111Z" })).not.toBe(0);
  expect(verifyWithSsh({ ...ask, folder: late!, day: "20270130Z" })).toBe(0);
  expect(verifyWithSsh({ ...ask, folder: late!, day: "20261109Z" })).not.toBe(0);
});

test("a revoked key is believed by nobody, and its releases are signed anew", async () => {
  const { releases, dir, old } = await makeOffice();
  const keys = await readKeys({ folder: dir });
  const fingerprint = await formatFingerprint(old.release.publicKey);
  const args = ["revoke", fingerprint, "--why", "A copy was lost", "--day", "2027-02-01"];
  const said = await plumbline([...args, "--releases", releases, "--keys", dir]);
  expect(said).toMatchObject({ code: 0, err: "" });
  const log = await readLog(releases);
  const told = log.at(-1)!.statement;
  expect(told).toMatchObject({ kind: "revocation", predicate: { why: "A copy was lost" } });
  const { signers, revoked } = await readPublicKeys(readFolder(join(releases, "keys")));
  expect(revoked).toEqual([old.release.publicKey]);
  const { publicKey } = old.release;
  const query = { publicKey, namespace: namespaces.release, day: "2026-09-01", what: "it" };
  expect(() => findSigner(signers, revoked, query)).toThrow("by a key that was revoked");
  const folder = join(releases, "2026-q2/public");
  const ask = { keys: join(releases, "keys"), name, namespace: "release@plumbline", folder };
  if (hasSshKeygen) expect(verifyWithSsh({ ...ask, day: "20261109Z" })).not.toBe(0);
  const signed = await signReleases(releases, keys);
  expect(signed.map(({ state }) => state)).toEqual(["signed", "signed", "signed", "unchanged"]);
  const own = await formatFingerprint(keys.release.publicKey);
  expect(await hintOf(releases, "2026-q2/public")).toBe(own);
  expect(checkWithSha256sum(folder)).toBe(0);
  if (hasSshKeygen) expect(verifyWithSsh({ ...ask, day: "20270202Z" })).toBe(0);
  expect(readKeyHistory(await readLog(releases))).toHaveLength(2);
});

test("a change of key that was cut off is ended by the next call, as one change", async () => {
  const { releases, dir } = await makeOffice();
  const published = ["keys/allowed_signers", "keys/release.pem"].map((path) =>
    join(releases, path),
  );
  const ended = await Promise.all(published.map((path) => readFile(path, "utf8")));
  const size = (await readLog(releases)).length;
  await rename(join(dir, "release.pem"), join(dir, "release.next.pem"));
  await rename(join(dir, "release.until-2026-11-10.pem"), join(dir, "release.pem"));
  const old = ended[0]!.split("\n").slice(0, 3).join("\n");
  await writeFile(published[0]!, `${old.replaceAll(/,valid-before="\d+Z"/g, "")}\n`);
  const { index, day } = await rotateKey(releases, dir, "2026-12-24");
  expect([index, day]).toEqual([3, "2026-11-10"]);
  expect(await readLog(releases)).toHaveLength(size);
  expect(await Promise.all(published.map((path) => readFile(path, "utf8")))).toEqual(ended);
  expect((await readdir(dir)).sort()).toEqual([
    ...["blinding.pem", "log.pem", "release.pem", "release.until-2026-11-10.pem"],
  ]);
});

test("a key cannot revoke itself, nor a key that nobody knows", async () => {
  const { releases, dir } = await makeOffice();
  const keys = await readKeys({ folder: dir });
  const revoke = (fingerprint: string) =>
    revokeKey(releases, keys, { fingerprint, why: "No reason", day: "2027-02-01" });
  const own = await formatFingerprint(keys.release.publicKey);
  await expect(revoke(own)).rejects.toThrow(/the key that signs now/);
  await expect(revoke("SHA256:none")).rejects.toThrow(/lists no key with this fingerprint/);
});

test("the old key signs nothing after its change; were it done, readers of the log would see it", async () => {
  const { releases, old } = await makeOffice();
  const later = { published: "2027-04-30", supersedes: "2026-q4" };
  const folder = await makeRelease(releases, "2027-q1", "public", later);
  await expect(signReleases(releases, old)).rejects.toThrow(
    /is not the one that signs releases now/,
  );
  const log = await LogFolder.open(join(releases, "log"), old.log);
  await signRelease(folder, { keys: old, log, policy: await readPolicy(releases) });
  const statements = await readLog(releases);
  expect(() => readKeyHistory(statements)).toThrow(
    "Entry 5 of the log is not signed by the key that signed for the programme then",
  );
});
