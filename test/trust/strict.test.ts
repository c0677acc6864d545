import fc from "fast-check";
import { expect, test } from "vitest";
import {
  decodeBase64,
  decodeText,
  encodeBase64,
  encodeText,
  equalBytes,
  type Bytes,
} from "../../src/trust/bytes.ts";
import { findSigner, namespaces } from "../../src/trust/ssh/allowed-signers.ts";
import { parseCheckpoint } from "../../src/trust/log/checkpoint.ts";
import { parseEnvelope } from "../../src/trust/statements/dsse.ts";
import { formatExactJson } from "../../src/trust/statements/exact-json.ts";
import { readLogged } from "../../src/trust/log/logged-statements.ts";
import { hashLeaf, hashTree } from "../../src/trust/log/merkle.ts";
import { parsePolicy } from "../../src/trust/log/policy.ts";
import { verifyQuorum } from "../../src/trust/log/quorum.ts";
import { formatEntry } from "../../src/trust/statements/rekor-entry.ts";
import { parseBundle } from "../../src/trust/statements/sigstore-bundle.ts";
import {
  parseSshSignature,
  signFile,
  verifySshSignature,
} from "../../src/trust/ssh/ssh-signature.ts";
import { formatStatement, type Statement } from "../../src/trust/statements/statements.ts";
import { signEnvelope } from "../../src/trust/statements/dsse.ts";
import { digestSums, formatSums, parseSums } from "../../src/trust/ssh/sums.ts";
import { openTree, parseEntries } from "../../src/trust/log/tiles.ts";
import { parseTlogProof, verifyTlogProof } from "../../src/trust/log/tlog-proof.ts";
import { verifyBundle } from "../../src/trust/statements/verify-bundle.ts";
import { findExampleKey, readExample, readExampleBytes } from "./example.ts";
import { testKeys } from "./programme.ts";

const policyText = readExample("log/policy");
const policy = await parsePolicy(policyText);
const shown = readExample("log/checkpoint");
const checkpoint = parseCheckpoint(shown);
const { publicKey } = testKeys.release;
const sums = encodeText(formatSums([{ path: "figures.csv", sha256: "ab".repeat(32) }]));
const sumsSignature = encodeText(await signFile(sums, namespaces.release, testKeys.release));
const statement: Statement = {
  kind: "release",
  subject: { name: "releases/a/public/SHA256SUMS", sha256: await digestSums(sums) },
  predicate: {
    ...{ release: "a", tier: "public", cutOff: "2026-06-30", published: "2026-07-31" },
    ...{ supersedes: null, blinded: false },
  },
};
const envelope = await signEnvelope(formatStatement(statement), [testKeys.release]);
const ownEntry = await formatEntry(envelope, [publicKey]);

/** A text that is refused where it is not UTF-8, as every reader of files does. */
const textOf = (bytes: Bytes): string => decodeText(bytes) ?? "";

async function checkSums(list: Bytes, signature: Bytes): Promise<void> {
  parseSums(textOf(list));
  const parsed = parseSshSignature(textOf(signature));
  await verifySshSignature(list, parsed, namespaces.release);
  const signers = [{ name: "a", namespace: namespaces.release, publicKey }];
  const day = "2026-07-31";
  const query = { publicKey: parsed.publicKey, namespace: namespaces.release, day, what: "it" };
  findSigner(signers, [], query);
}

async function checkTiles(tile: Bytes, bundle: Bytes): Promise<void> {
  const tree = openTree(
    (path) => Promise.resolve(path.includes("entries") ? bundle : tile),
    checkpoint.size,
  );
  if (!equalBytes(await hashTree(tree.readHash, 7), checkpoint.root)) throw new Error("root");
  const entries = parseEntries(bundle);
  if (entries.length !== 7) throw new Error("entries");
  for (const [at, entry] of entries.entries()) {
    if (!equalBytes(await hashLeaf(entry), await tree.readHash(0, at))) throw new Error("leaf");
  }
}

const tile = readExampleBytes("log/tile/0/000.p/7");
const entries = readExampleBytes("log/tile/entries/000.p/7");
const proof = readExampleBytes("releases/r2/release.tlog-proof");
const entry = readExampleBytes("releases/r2/entry.json");

/** Each kind of file, and all that a reader does with it. */
const kinds: [string, Bytes, (bytes: Bytes) => Promise<unknown>][] = [
  [
    "a checkpoint",
    encodeText(shown),
    async (bytes) => verifyQuorum(parseCheckpoint(textOf(bytes)), policy),
  ],
  [
    "a policy",
    encodeText(policyText),
    async (bytes) => verifyQuorum(checkpoint, await parsePolicy(textOf(bytes))),
  ],
  [
    "a bundle",
    readExampleBytes("releases/r2/release.sigstore.json"),
    async (bytes) => verifyBundle(parseBundle(textOf(bytes)), { policy, findKey: findExampleKey }),
  ],
  [
    "a proof of inclusion",
    proof,
    async (bytes) => verifyTlogProof(parseTlogProof(textOf(bytes)), entry, policy),
  ],
  [
    "an entry",
    entry,
    async (bytes) => verifyTlogProof(parseTlogProof(textOf(proof)), bytes, policy),
  ],
  ["a tile", tile, (bytes) => checkTiles(bytes, entries)],
  ["a bundle of entries", entries, (bytes) => checkTiles(tile, bytes)],
  ["a list of files", sums, (bytes) => checkSums(bytes, sumsSignature)],
  ["the signature on it", sumsSignature, (bytes) => checkSums(sums, bytes)],
  [
    "a logged statement",
    encodeText(formatExactJson(envelope)),
    async (bytes) => readLogged(0, ownEntry, parseEnvelope(textOf(bytes))),
  ],
];

test.each(kinds)("%s with any one byte changed is refused", async (_, bytes, check) => {
  await check(bytes);
  const passes = async (changed: Bytes): Promise<boolean> =>
    check(changed).then(
      () => true,
      () => false,
    );
  const flip = (at: number, bits: number) =>
    bytes.map((byte, other) => (other === at ? byte ^ bits : byte));
  const survivors: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    if (await passes(flip(at, 1))) survivors.push(at);
  }
  expect(survivors).toEqual([]);
  const places = fc.integer({ min: 0, max: bytes.length - 1 });
  const bits = fc.integer({ min: 0, max: 7 }).map((bit) => 1 << bit);
  await fc.assert(
    fc.asyncProperty(places, bits, async (at, bit) => !(await passes(flip(at, bit)))),
    { numRuns: 200 },
  );
});

test.each(kinds)(
  "%s that was cut off, or has something after its end, is refused",
  async (kind, bytes, check) => {
    const more = Uint8Array.of(...bytes, 10, 10);
    for (const changed of [bytes.slice(0, -1), bytes.slice(1), bytes.slice(0, 0), more]) {
      // An empty line at the end of a policy is a line like any other.
      if (changed === more && kind === "a policy") continue;
      await expect(check(changed)).rejects.toThrow();
    }
  },
);

const lines = shown.split("\n");
const withLine = (at: number, line: string): string =>
  lines.map((old, other) => (at === other ? line : old)).join("\n");

test.each<[string, string, RegExp]>([
  ["of no entries", withLine(1, "0"), /speaks of a log without entries/],
  ["with a leading zero", withLine(1, "07"), /without leading zeros/],
  ["with a size beyond counting", withLine(1, "9007199254740993"), /without leading zeros/],
  ["with a short root", withLine(2, encodeBase64(new Uint8Array(31))), /root is not 32 bytes/],
  ["with a long root", withLine(2, encodeBase64(new Uint8Array(33))), /root is not 32 bytes/],
  ["with base64 of another spelling", withLine(2, lines[2]!.replace("g=", "h=")), /not 32 bytes/],
  ["with a line of its own", withLine(2, `${lines[2]!}\nmore`), /text is not three lines/],
  ["without signatures", `${lines.slice(0, 3).join("\n")}\n\n`, /bears no signature/],
  ["that the log signed twice", withLine(4, `${lines[4]!}\n${lines[4]!}`), /two signatures of one/],
  ["that a witness signed twice", withLine(6, `${lines[6]!}\n${lines[5]!}`), /two signatures/],
])("a checkpoint %s is refused", (_, text, sentence) => {
  expect(() => parseCheckpoint(text)).toThrow(sentence);
});

test("a checkpoint without a witness that the policy asks for is refused, and says whom it lacks", async () => {
  const one = parseCheckpoint(lines.filter((_, at) => at !== 6).join("\n"));
  await expect(verifyQuorum(one, policy)).rejects.toThrow(
    "asks for 2 of (W1, W2), and only W1 has signed it",
  );
  const lower = await parsePolicy(policyText.replace("group G 2", "group G any"));
  expect(await verifyQuorum(one, lower)).toHaveLength(1);
  const both = await parsePolicy(policyText.replace("group G 2", "group G all"));
  await expect(verifyQuorum(one, both)).rejects.toThrow(/too few witnesses/);
});

test("a witness's signature under the other's name, or with another time, is refused", async () => {
  const [first, second] = [lines[5]!, lines[6]!];
  const swapped = withLine(5, first.replace(/\S+$/, second.split(" ")[2]!));
  const missing = verifyQuorum(parseCheckpoint(swapped), policy);
  await expect(missing).rejects.toThrow(/too few witnesses/);
  const timed = decodeBase64(first.split(" ")[2]!)!;
  timed[11]! ^= 1;
  const later = withLine(5, first.replace(/\S+$/, encodeBase64(timed)));
  await expect(verifyQuorum(parseCheckpoint(later), policy)).rejects.toThrow(
    /not by the key of witness1\.example/,
  );
});

test("a checkpoint of another log, or by another key under its name, is refused", async () => {
  const renamed = parseCheckpoint(shown.replaceAll("portal.example", "other.example"));
  await expect(verifyQuorum(renamed, policy)).rejects.toThrow(
    "is of the log other.example/oversight-log, which the policy does not name",
  );
  const unsigned = parseCheckpoint(lines.filter((_, at) => at !== 4).join("\n"));
  await expect(verifyQuorum(unsigned, policy)).rejects.toThrow(/does not bear the signature of/);
});

test.each<[string, string]>([
  ["a word that the format does not know", "quorum G\nwitnesses W3\n"],
  ["two quorums", "quorum G\nquorum G\n"],
  ["no quorum", "\n"],
  ["a quorum that is not defined", "quorum H\n"],
  ["a witness as part of two groups", "group H any W1\nquorum G\n"],
  ["a group that asks for more than it has", "group H 2 G\nquorum H\n"],
  ["a group named none", "group none any G\nquorum G\n"],
])("a policy with %s is refused", async (_, end) => {
  await expect(parsePolicy(policyText.replace("quorum G\n", end))).rejects.toThrow(
    /policy is not as its format says/,
  );
});

test.each<[string, string]>([
  ["out of its folder", `${"ab".repeat(32)}  ../figures.csv\n`],
  ["from the root", `${"ab".repeat(32)}  /figures.csv\n`],
  ["twice", `${"ab".repeat(32)}  a\n`.repeat(2)],
  ["in another order", `${"ab".repeat(32)}  b\n${"ab".repeat(32)}  a\n`],
  ["with a short digest", `${"ab".repeat(31)}  a\n`],
])("a list that names a file %s is refused", (_, text) => {
  expect(() => parseSums(text)).toThrow(/not a sorted list/);
});
