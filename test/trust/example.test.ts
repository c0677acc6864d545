import { expect, test } from "vitest";
import { decodeBase64, encodeHex, equalBytes, sha256 } from "../../src/trust/bytes.ts";
import { parseCheckpoint } from "../../src/trust/log/checkpoint.ts";
import { formatExactJson } from "../../src/trust/statements/exact-json.ts";
import {
  hashLeaf,
  hashTree,
  proveConsistency,
  proveInclusion,
  verifyConsistency,
} from "../../src/trust/log/merkle.ts";
import { formatNote } from "../../src/trust/log/note.ts";
import { formatPolicy, parsePolicy } from "../../src/trust/log/policy.ts";
import { verifyQuorum } from "../../src/trust/log/quorum.ts";
import { formatEntry } from "../../src/trust/statements/rekor-entry.ts";
import { formatBundle, parseBundle } from "../../src/trust/statements/sigstore-bundle.ts";
import { openTree } from "../../src/trust/log/tiles.ts";
import {
  formatTlogProof,
  parseTlogProof,
  verifyTlogProof,
} from "../../src/trust/log/tlog-proof.ts";
import { parseTrustedRoot } from "../../src/trust/statements/trusted-root.ts";
import { verifyBundle } from "../../src/trust/statements/verify-bundle.ts";
import {
  exampleKey,
  exampleLog,
  exampleReleases,
  findExampleKey,
  readExample,
  readExampleBytes,
} from "./example.ts";

const policy = await parsePolicy(readExample("log/policy"));
const checkpoint = parseCheckpoint(readExample("log/checkpoint"));
const tree = openTree(exampleLog, checkpoint.size);

test("another program's checkpoint meets its policy, with both witnesses", async () => {
  const witnessed = await verifyQuorum(checkpoint, policy);
  expect(witnessed.map(({ name }) => name)).toEqual(["W1", "W2"]);
  expect(formatNote(checkpoint.note)).toBe(readExample("log/checkpoint"));
  expect(formatPolicy(policy)).toBe(readExample("log/policy"));
});

test("its trusted root names the log and key of its policy", async () => {
  const log = await parseTrustedRoot(readExample("keys/trusted_root.json"));
  expect(log).toEqual(policy.logs[0]);
});

test("its tiles lead to its root, and hold the entries", async () => {
  expect(equalBytes(await hashTree(tree.readHash, 7), checkpoint.root)).toBe(true);
  for (const index of exampleReleases) {
    const entry = await tree.readEntry(index);
    expect(entry).toEqual(readExampleBytes(`releases/r${index}/entry.json`));
    expect(await tree.readHash(0, index)).toEqual(await hashLeaf(entry));
  }
});

test("its log of seven is seen to continue its log of four, by the same proof", async () => {
  const earlier = parseCheckpoint(readExample("log/checkpoint.4"));
  const lines = readExample("log/consistency.4-7").trimEnd().split("\n");
  const proof = lines.map((line) => decodeBase64(line)!);
  expect(await proveConsistency(tree.readHash, 4, 7)).toEqual(proof);
  await verifyConsistency({
    ...{ from: 4, to: 7, fromRoot: earlier.root, toRoot: checkpoint.root, proof },
  });
});

test.each(exampleReleases)("its release r%i is proven by both files, byte for byte", async (at) => {
  const place = `releases/r${at}`;
  const file = readExample(`${place}/release.sigstore.json`);
  const bundle = parseBundle(file);
  const verified = await verifyBundle(bundle, { policy, findKey: findExampleKey });
  expect([verified.index, verified.size]).toEqual([at, 7]);
  const statement = JSON.parse(new TextDecoder().decode(verified.payload)) as {
    subject: [{ digest: { sha256: string } }];
  };
  const sums = readExampleBytes(`${place}/SHA256SUMS`);
  expect(statement.subject[0].digest.sha256).toBe(encodeHex(await sha256(sums)));
  expect(await formatBundle(bundle, policy.logs[0]!.publicKey)).toBe(`${file}\n`);
  expect(formatExactJson(JSON.parse(file))).toBe(file);
  const entry = readExampleBytes(`${place}/entry.json`);
  expect(await formatEntry(bundle.envelope, [exampleKey])).toEqual(entry);
  const text = readExample(`${place}/release.tlog-proof`);
  const proof = parseTlogProof(text);
  expect(formatTlogProof(proof)).toBe(text);
  expect(await verifyTlogProof(proof, entry, policy)).toHaveLength(2);
  expect(await proveInclusion(tree.readHash, at, 7)).toEqual(proof.proof);
});
