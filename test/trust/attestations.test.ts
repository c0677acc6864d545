import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addAttestation, signAttestation } from "../../src/trust/statements/attestations.ts";
import { readFolder } from "../../src/trust/disk.ts";
import type { Envelope } from "../../src/trust/statements/dsse.ts";
import { formatKey } from "../../src/trust/keys/keys.ts";
import { readCheckpoint } from "../../src/trust/log/log-folder.ts";
import { readLoggedStatements } from "../../src/trust/log/logged-statements.ts";
import { readPublicKeys } from "../../src/trust/keys/published-keys.ts";
import { readPolicy, signReleases } from "../../src/trust/sign-releases.ts";
import { parseBundle } from "../../src/trust/statements/sigstore-bundle.ts";
import { formatSshKey, makeKeyFinder } from "../../src/trust/ssh/ssh-key.ts";
import {
  parseStatement,
  type AttestationPredicate,
} from "../../src/trust/statements/statements.ts";
import { verifyBundle } from "../../src/trust/statements/verify-bundle.ts";
import { plumbline } from "../command.ts";
import { verifyWithSigstore } from "./outside.ts";
import { makeReleases, makeTemporary, testKeys, testSigner, witnessedKeys } from "./programme.ts";

const auditor = witnessedKeys.auditor!;

const found: AttestationPredicate = {
  ...{ release: "2026-q2", tier: "public", by: "Audit Office", day: "2026-08-20" },
  figures: { reperformed: 3, agreed: 1 },
  differing: [{ figure: "complaints-upheld year share", published: 0.4, found: 0.5 }],
  notRecomputable: [{ figure: "assets-restrained year total", why: "It is hidden." }],
  software: "Our own, in R",
  independence: "We are not part of the programme.",
};

interface Signed {
  readonly releases: string;
  readonly file: string;
}

async function makeAttestation(predicate = found, key = auditor): Promise<Signed> {
  const releases = await makeReleases();
  await signReleases(releases, witnessedKeys);
  const log = await readLoggedStatements(readFolder(join(releases, "log")), 3);
  const { subject } = log[0]!.statement;
  const file = join(await makeTemporary(), "attestation.json");
  await writeFile(file, JSON.stringify(await signAttestation(predicate, subject, key)));
  return { releases, file };
}

test("an auditor's attestation is logged, and kept beside its release with its proof", async () => {
  const { releases, file } = await makeAttestation();
  const { index, by, path } = await addAttestation(releases, file, witnessedKeys);
  expect([index, by]).toEqual([3, "auditor.example"]);
  expect(path).toMatch(/2026-q2\/attestations\/public-[0-9a-f]{12}\.sigstore\.json$/);
  const text = await readFile(path, "utf8");
  const findKey = await makeKeyFinder([auditor.publicKey]);
  const verified = await verifyBundle(parseBundle(text), {
    ...{ policy: await readPolicy(releases), findKey },
  });
  expect(parseStatement(verified.payload)).toMatchObject({ kind: "attestation", predicate: found });
  expect(verified.witnessed).toHaveLength(2);
  expect((await readLoggedStatements(readFolder(join(releases, "log")), 4))[3]).toMatchObject({
    statement: { kind: "attestation", predicate: found },
    publicKeys: [auditor.publicKey],
  });
  const again = await addAttestation(releases, file, witnessedKeys);
  expect(again).toEqual({ index, by, path });
  expect((await readCheckpoint(join(releases, "log")))!.size).toBe(4);
  const state = await signReleases(releases, witnessedKeys);
  expect(state.every((one) => one.state === "unchanged")).toBe(true);
});

test("Sigstore's verifier accepts an attestation with the auditor's key", async () => {
  const { releases, file } = await makeAttestation();
  const { path } = await addAttestation(releases, file, witnessedKeys);
  const root = await readFile(join(releases, "keys/trusted_root.json"), "utf8");
  const spki = Buffer.from(
    "302a300506032b6570032100" + Buffer.from(auditor.publicKey).toString("hex"),
    "hex",
  );
  const pem = `-----BEGIN PUBLIC KEY-----\n${spki.toString("base64")}\n-----END PUBLIC KEY-----\n`;
  verifyWithSigstore(await readFile(path, "utf8"), root, pem);
});

test("an auditor who is not listed is refused, and can be admitted by name and key", async () => {
  const stranger = await testSigner("stranger.example", 8);
  const { releases, file } = await makeAttestation(found, stranger);
  await expect(addAttestation(releases, file, witnessedKeys)).rejects.toThrow(
    /not signed by an auditor whom keys\/allowed_signers lists/,
  );
  const own = await makeTemporary();
  const keys = join(own, "keys");
  for (const [role, byte] of [
    ["release", 1],
    ["log", 2],
  ] as const) {
    const text = formatKey(testKeys.log.name, new Uint8Array(32).fill(byte));
    await plumbline(["keygen", keys, "--name", "x.example", "--role", role]);
    await writeFile(join(keys, `${role}.pem`), text);
  }
  const blinding = Buffer.alloc(32, 3).toString("base64");
  await writeFile(
    join(keys, "blinding.pem"),
    `-----BEGIN BLINDING KEY-----\n${blinding}\n-----END BLINDING KEY-----\n`,
    { mode: 0o600 },
  );
  await writeFile(join(own, "auditor.pub"), `${formatSshKey(stranger.publicKey)} them\n`);
  const add = ["log", "add", file, "--releases", releases, "--keys", keys];
  const half = await plumbline([...add, "--by", "stranger.example"]);
  expect([half.code, half.err]).toEqual([1, expect.stringContaining("one of them is missing")]);
  const said = await plumbline([
    ...add,
    "--by",
    "stranger.example",
    "--key",
    join(own, "auditor.pub"),
  ]);
  expect(said.code).toBe(0);
  expect(said.err, "readers refuse the log until its witnesses have seen the entry").toMatch(
    /^The checkpoint of 4 entries has too few witnesses: .*\n.*`plumbline cosign`/,
  );
  expect(said.out).toMatch(/^Attestation of stranger\.example: entry 3 of the log/);
  const { signers } = await readPublicKeys(readFolder(join(releases, "keys")));
  expect(signers.map(({ name }) => name)).toContain("stranger.example");
});

test("an attestation on another list of files, or another release, is refused", async () => {
  const { releases, file } = await makeAttestation({ ...found, tier: "sponsor" });
  await expect(addAttestation(releases, file, witnessedKeys)).rejects.toThrow(
    /is on releases\/2026-q2\/public\/SHA256SUMS as it is not in the log/,
  );
  const subject = { name: "releases/2026-q2/public/SHA256SUMS", sha256: "0".repeat(64) };
  await writeFile(file, JSON.stringify(await signAttestation(found, subject, auditor)));
  await expect(addAttestation(releases, file, witnessedKeys)).rejects.toThrow(/is not in the log/);
});

test.each<[string, (envelope: Envelope) => unknown]>([
  ["is not JSON", () => undefined],
  ["is no envelope", () => ({ figures: 3 })],
  ["has another payload type", (envelope) => ({ ...envelope, payloadType: "text/plain" })],
  ["holds another statement", (envelope) => ({ ...envelope, payload: "e30=" })],
])("a file that %s is refused in one sentence", async (_, change) => {
  const { releases, file } = await makeAttestation();
  const envelope = JSON.parse(await readFile(file, "utf8")) as Envelope;
  const changed = change(envelope);
  await writeFile(file, changed === undefined ? "CANARY7Q" : JSON.stringify(changed));
  const adding = addAttestation(releases, file, witnessedKeys);
  await expect(adding).rejects.toThrow(/is not an attestation that this program can log\.$/);
});

test("what an attestation says after it was signed is refused", async () => {
  const { releases, file } = await makeAttestation();
  const envelope = JSON.parse(await readFile(file, "utf8")) as Envelope;
  const told = Buffer.from(envelope.payload, "base64")
    .toString()
    .replace('"agreed":1', '"agreed":3');
  const payload = Buffer.from(told).toString("base64");
  await writeFile(file, JSON.stringify({ ...envelope, payload }));
  await expect(addAttestation(releases, file, witnessedKeys)).rejects.toThrow(/not signed by/);
});
