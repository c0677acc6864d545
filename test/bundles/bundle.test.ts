import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Problem } from "../../src/problem.ts";
import { packFiles } from "../../src/seal/archive.ts";
import { parseManifest, formatManifest, revocationRule } from "../../src/seal/manifest.ts";
import { openBundle, type OpenOptions, type SealedFiles } from "../../src/seal/open-bundle.ts";
import { concatBytes, decodeText, encodeText, type Bytes } from "../../src/trust/bytes.ts";
import { believeSnapshot } from "../../src/seal/snapshot.ts";
import { parseCheckpoint } from "../../src/trust/log/checkpoint.ts";
import { signReleases } from "../../src/trust/sign-releases.ts";
import { formatAllowedSigners } from "../../src/trust/ssh/allowed-signers.ts";
import { hasSshKeygen } from "../trust/outside.ts";
import { makeReleases, makeTemporary, testKeys, testSigner } from "../trust/programme.ts";
import {
  anchorOf,
  as,
  encryptFor,
  makeBundle,
  makeSite,
  people,
  sealedFiles,
  unsigned,
  withCipher,
} from "./site.ts";

const { inspector, stranger, safe, notary } = people;
const site = makeSite();
const bundle = await makeBundle(site);
const bare = await unsigned(site);
const trusting = anchorOf(testKeys.release);

/** It has to be refused, as a check that failed unless told. */
async function refusal(sealed: SealedFiles, options: OpenOptions, code = 2): Promise<string> {
  const error: unknown = await openBundle(sealed, options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Problem);
  expect((error as Problem).exitCode, (error as Problem).message).toBe(code);
  return (error as Problem).message;
}

function flip(bytes: Bytes, at: number): Bytes {
  const copy = bytes.slice();
  copy[at]! ^= 1;
  return copy;
}

describe("a bundle", () => {
  test("opens for its recipients and for both recovery keys, and gives the site as it was", async () => {
    for (const identity of [inspector, safe, notary]) {
      const opened = await openBundle(sealedFiles(bundle), as(identity, trusting));
      expect(new Map([...opened.files].sort())).toEqual(new Map([...site].sort()));
      expect(opened.signed.name).toBe("test.example/releases");
    }
  });

  test("names whom it is sealed to and who was left out, and says when a revocation counts", () => {
    const { recipients, recovery, leftOut, revocation, published } = bundle.manifest;
    expect(recipients.map(({ name }) => name)).toEqual(["Inspector"]);
    expect(recovery.map(({ name }) => name)).toEqual(["Safe", "Notary"]);
    expect(leftOut.map(({ name, why }) => [name, why])).toEqual([
      ["Former inspector", "expired"],
      ["Lost laptop", "revoked"],
    ]);
    expect(revocation).toBe(revocationRule);
    expect(published).toBe("2026-10-30");
    expect(bundle.name).toBe("test-2026-q3-auditor");
  });

  test("has a fresh file key each time: the sealed bytes differ, and what is in them does not", async () => {
    const again = await makeBundle(site);
    expect(again.cipher).not.toEqual(bundle.cipher);
    expect(again.manifest.content).toEqual(bundle.manifest.content);
    const digest = createHash("sha256").update(packFiles(site)).digest("hex");
    expect(bundle.manifest.content.sha256).toBe(digest);
  });

  test("names its release by the blinded digest of the log, and never by one that can be guessed", async () => {
    const sums = site.get("releases/2026-q3/files/SHA256SUMS")!;
    const hash = (...parts: Bytes[]) =>
      createHash("sha256")
        .update(concatBytes(...parts))
        .digest("hex");
    expect(bundle.manifest.content.logged).toBe(hash(new Uint8Array(32).fill(9), sums));
    expect(decodeText(bundle.manifestBytes)).not.toContain(hash(sums));
    const open = makeSite("auditor", false);
    const { content } = (await makeBundle(open)).manifest;
    expect(content).toEqual({ bytes: packFiles(open).length, sha256: null, logged: null });
  });

  test("of the public tier is refused", async () => {
    await expect(makeBundle(makeSite("public"))).rejects.toThrow(
      "The public tier is for everybody",
    );
  });
});

describe("a bundle for somebody else", () => {
  test.each([
    ["a stranger", stranger],
    ["whose key was revoked", people.revoked],
    ["whose key had expired", people.expired],
    ["of another tier", people.sponsor],
  ])("does not open for %s, and says whom it is sealed to", async (_, identity) => {
    expect(await refusal(sealedFiles(bundle), as(identity), 1)).toBe(
      "No key in me.txt opens this bundle: it is sealed to Inspector, Safe, and Notary.",
    );
  });

  test("that is encrypted to one key more than it says is refused, even to that key", async () => {
    const cipher = await encryptFor(bundle, gzipSync(packFiles(site)), stranger.recipient);
    const sealed = await withCipher(bundle, cipher, {}, testKeys.release);
    const said = await refusal(sealed, as(inspector, trusting));
    expect(said).toMatch(/is encrypted to 4 keys and its manifest names 3/);
    await refusal(sealed, as(stranger), 2);
  });

  test("does not open for a key that was written into its manifest only", async () => {
    const key = stranger.recipient;
    const [own] = bare.manifest.recipients;
    const sealed = await withCipher(bare, bare.cipher, { recipients: [{ ...own!, key }] });
    expect(await refusal(sealed, as(stranger))).toMatch(/does not open with your key/);
  });
});

describe("a bundle that was changed", () => {
  test("in any byte is refused before anything is decrypted, and the byte is named", async () => {
    for (let at = 0; at < bundle.cipher.length; at++) {
      const sealed = sealedFiles(bundle, { cipher: flip(bundle.cipher, at) });
      const said = await refusal(sealed, as(inspector));
      expect(said).toContain(
        `test-2026-q3-auditor.age was changed: byte ${at.toLocaleString("en")} is`,
      );
    }
  });

  test("in any byte, with a manifest made to fit, still does not open", async () => {
    const text = Buffer.from(bare.cipher).toString("latin1");
    const header = text.indexOf("\n", text.indexOf("\n---") + 1);
    const step = (at: number): number => (at < header + 20 ? 1 : 17);
    for (let at = 0; at < bare.cipher.length; at += step(at)) {
      const sealed = await withCipher(bare, flip(bare.cipher, at));
      expect(await refusal(sealed, as(inspector))).toMatch(/does not open|is not encrypted to/);
    }
  }, 120_000);

  test("by cutting its end off is refused, with its own manifest and with one made to fit", async () => {
    const { length } = bare.cipher;
    for (const end of [0, 1, 21, 200, length - 400, length - 17, length - 16, length - 1]) {
      const cipher = bare.cipher.slice(0, end);
      const short = `it has ${end.toLocaleString("en")} bytes and had`;
      expect(await refusal(sealedFiles(bare, { cipher }), as(inspector))).toContain(short);
      await refusal(await withCipher(bare, cipher), as(inspector));
    }
    const longer = concatBytes(bare.cipher, new Uint8Array(1));
    await refusal(await withCipher(bare, longer), as(inspector));
  });

  test("in any byte of its manifest is refused", async () => {
    for (let at = 0; at < bundle.manifestBytes.length; at++) {
      const manifestBytes = flip(bundle.manifestBytes, at);
      await refusal(sealedFiles(bundle, { manifestBytes }), as(inspector));
    }
  });

  test("in any byte of its signature is refused", async () => {
    for (let at = 0; at < bundle.signature!.length; at++) {
      const signature = flip(bundle.signature!, at);
      await refusal(sealedFiles(bundle, { signature }), as(inspector, trusting));
    }
  });

  test("in what its manifest says is refused, whoever signs it", async () => {
    const edits = {
      tier: "sponsor",
      release: "2026-q2",
      published: "2026-10-29",
      programme: { id: "test", name: "Another" },
      content: { ...bundle.manifest.content, sha256: "0".repeat(64) },
    } as const;
    for (const [key, value] of Object.entries(edits)) {
      const sealed = await withCipher(bundle, bundle.cipher, { [key]: value }, testKeys.release);
      expect(await refusal(sealed, as(inspector, trusting)), key).toMatch(
        /is not what its manifest/,
      );
    }
  });

  test("to hold more than it says is not unpacked", async () => {
    const bomb = await encryptFor(bare, gzipSync(new Uint8Array(50_000_000)));
    expect(await refusal(await withCipher(bare, bomb), as(inspector))).toMatch(/is not what its/);
  });

  test("to hold an archive that leads elsewhere is refused, whoever signs it", async () => {
    const archive = packFiles(site);
    archive.set(encodeText("../"), 0);
    const header = archive.subarray(0, 512).fill(0x20, 148, 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.set(encodeText(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
    const cipher = await encryptFor(bundle, gzipSync(archive));
    const sha256 = createHash("sha256").update(archive).digest("hex");
    const content = { ...bundle.manifest.content, sha256 };
    const sealed = await withCipher(bundle, cipher, { content }, testKeys.release);
    expect(await refusal(sealed, as(inspector, trusting))).toMatch(/could lead out of its folder/);
  });
});

describe("who sealed a bundle", () => {
  test("is asked for by a reader who trusts somebody: without a signature it is refused", async () => {
    expect(await refusal(sealedFiles(bare), as(inspector, trusting))).toMatch(/^Nobody signed/);
    const opened = await openBundle(sealedFiles(bare), as(inspector));
    expect(opened.signed.fingerprint).toBeUndefined();
  });

  test("is only the bundle's word to a reader who trusts nobody yet", async () => {
    const { signed } = await openBundle(sealedFiles(bundle), as(inspector));
    expect(signed.fingerprint).toMatch(/^SHA256:/);
    expect(signed.name).toBeUndefined();
  });

  test("has to be one of the programme's: another's signature is refused, trusted or not", async () => {
    const other = await testSigner("mallory.example", 66);
    const sealed = await withCipher(bundle, bundle.cipher, {}, other);
    expect(await refusal(sealed, as(inspector, trusting))).toMatch(/not among those you trust/);
    expect(await refusal(sealed, as(inspector))).toMatch(/not one of the programme whose site/);
  });

  test("may have a later key than the release, and no key that was given up before, or revoked", async () => {
    const { release } = testKeys;
    const open = (anchor: typeof trusting) =>
      openBundle(sealedFiles(bundle), as(inspector, anchor));
    await open(anchorOf(release, { validAfter: "2026-11-10" }));
    await expect(open(anchorOf(release, { validBefore: "2026-10-30" }))).rejects.toThrow(
      /was not valid on 2026-10-30/,
    );
    const revoked = { ...trusting, revoked: [release.publicKey] };
    await expect(open(revoked)).rejects.toThrow(/signed by a key that was revoked/);
  });

  test("needs a key for bundles: one that signs sites only is refused", async () => {
    const [signer] = trusting.signers;
    const anchor = { ...trusting, signers: [{ ...signer!, namespace: "site@plumbline" as const }] };
    expect(await refusal(sealedFiles(bundle), as(inspector, anchor))).toMatch(/not among those/);
  });
});

test.skipIf(!hasSshKeygen)(
  "ssh-keygen accepts a manifest's signature, and no other manifest",
  async () => {
    const dir = await makeTemporary();
    const { name } = testKeys.release;
    await writeFile(join(dir, "allowed_signers"), formatAllowedSigners(trusting.signers));
    await writeFile(join(dir, "m.json.sig"), bundle.signature!);
    const ask = (input: Bytes) =>
      spawnSync(
        "ssh-keygen",
        [
          ...["-Y", "verify", "-f", join(dir, "allowed_signers"), "-I", name],
          ...["-n", "bundle@plumbline", "-s", join(dir, "m.json.sig")],
        ],
        { input },
      ).status;
    expect(ask(bundle.manifestBytes)).toBe(0);
    expect(ask(flip(bundle.manifestBytes, 9))).not.toBe(0);
  },
);

describe("a manifest", () => {
  const { manifest } = bundle;
  const parse = (changes: object) => () =>
    parseManifest(formatManifest({ ...manifest, ...changes }), "m.json");

  test("is read as it was written, and in no other form", () => {
    expect(parse({})()).toEqual(manifest);
    const loose = encodeText(JSON.stringify(manifest, null, 1));
    expect(() => parseManifest(loose, "m.json")).toThrow("it is not written as it was made");
    expect(() => parseManifest(encodeText("{}"), "m.json")).toThrow("missing or unknown");
    expect(() => parseManifest(new Uint8Array([255]), "m.json")).toThrow("missing or unknown");
  });

  test("with an expired recipient, a key twice or one recovery key only is refused", () => {
    const [own] = manifest.recipients;
    expect(parse({ recipients: [{ ...own!, expires: "2026-10-29" }] })).toThrow("had expired");
    const { leftOut } = manifest;
    expect(parse({ leftOut: [{ ...leftOut[0]!, key: own!.key }] })).toThrow("names a key twice");
    expect(() => formatManifest({ ...manifest, recovery: manifest.recovery.slice(1) })).toThrow();
  });
});

test("a bundle from before the log that a reader has seen is old, and not a log rolled back", async () => {
  const releases = await makeReleases();
  await signReleases(releases, testKeys);
  const read = async (size: number) =>
    new Uint8Array(await readFile(join(releases, `log/checkpoint.${size}`)));
  const reader = async (size: number) => ({
    ...trusting,
    seen: parseCheckpoint(decodeText(await read(size))!),
  });
  const old = new Map([["log/checkpoint", await read(2)]]);
  const { anchor, open } = believeSnapshot(await reader(3), old);
  expect(anchor.seen).toBeUndefined();
  expect(open).toMatchObject({ unproven: true, faults: [] });
  expect(open!.holds).toMatch(/^the log in it has 2 entries, and you have seen 3 since/);
  const same = await reader(2);
  expect(believeSnapshot(same, old)).toEqual({ anchor: same, open: undefined });
});
