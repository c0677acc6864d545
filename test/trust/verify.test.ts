import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFolder } from "../../src/trust/disk.ts";
import { parsePolicy } from "../../src/trust/policy.ts";
import { readPublicKeys, type PublicKeys } from "../../src/trust/published-keys.ts";
import { readPolicy, signReleases } from "../../src/trust/sign-releases.ts";
import { verifyFiles } from "../../src/trust/sums.ts";
import { verifyLog } from "../../src/trust/verify-log.ts";
import { verifyRelease } from "../../src/trust/verify-release.ts";
import { readExample } from "./example.ts";
import { makeRelease, makeReleases, testSigner, witnessedKeys } from "./programme.ts";

async function makeSigned(): Promise<string> {
  const releases = await makeReleases();
  await signReleases(releases, witnessedKeys);
  return releases;
}

const keysOf = (releases: string): Promise<PublicKeys> =>
  readPublicKeys(readFolder(join(releases, "keys")));

async function verify(releases: string, tier: string) {
  const policy = await readPolicy(releases);
  const { history } = await verifyLog(readFolder(join(releases, "log")), policy);
  const read = readFolder(join(releases, tier));
  const verified = await verifyRelease(read, { policy, keys: await keysOf(releases), history });
  await verifyFiles(read, verified.sums);
  return verified;
}

test("a signed release of each tier is proven whole, and says by whom and as which", async () => {
  const releases = await makeSigned();
  for (const [at, tier] of ["2026-q2/public", "2026-q2/sponsor", "2026-q3/public"].entries()) {
    const { statement, signer, index, size, witnessed, sums } = await verify(releases, tier);
    expect(`${statement.release}/${statement.tier}`).toBe(tier);
    expect(signer.name).toBe("test.example/releases");
    expect([index, size, witnessed.length]).toEqual([at, at + 1, 2]);
    expect(sums.map(({ path }) => path)).toEqual([
      ...["about.json", "figures.csv", "indicators/a/figures.csv", "manifest.json"],
    ]);
  }
});

const tier = "2026-q2/sponsor";

test.each<[string, (folder: string) => Promise<unknown>, RegExp]>([
  [
    "with a changed file",
    (folder) => writeFile(join(folder, "figures.csv"), "n\n20\n"),
    /^figures\.csv is missing, or was changed/,
  ],
  [
    "without one of its files",
    (folder) => rm(join(folder, "indicators/a/figures.csv")),
    /^indicators\/a\/figures\.csv is missing/,
  ],
  [
    "with the list of another release",
    (folder) => cp(join(folder, "../public/SHA256SUMS"), join(folder, "SHA256SUMS")),
    /SHA256SUMS was changed, or the signature on it/,
  ],
  [
    "with the list and signature of another release",
    async (folder) => {
      for (const path of ["SHA256SUMS", "SHA256SUMS.sig"]) {
        await cp(join(folder, "../public", path), join(folder, path));
      }
    },
    /is not about this SHA256SUMS/,
  ],
  [
    "with the statement of another release",
    (folder) =>
      cp(join(folder, "../public/release.sigstore.json"), join(folder, "release.sigstore.json")),
    /is not about this SHA256SUMS/,
  ],
  [
    "with the proof of another release",
    (folder) =>
      cp(join(folder, "../public/release.tlog-proof"), join(folder, "release.tlog-proof")),
    /is not in the log of 1 entry/,
  ],
  ["without its blinding", (folder) => rm(join(folder, "blinding")), /has no blinding/],
  [
    "without its signature",
    (folder) => rm(join(folder, "SHA256SUMS.sig")),
    /has no SHA256SUMS\.sig/,
  ],
])("a release %s is refused with its own sentence", async (_, change, sentence) => {
  const releases = await makeSigned();
  await change(join(releases, tier));
  await expect(verify(releases, tier)).rejects.toThrow(sentence);
});

test("a release signed by a stranger, or by a revoked key, is refused", async () => {
  const releases = await makeSigned();
  const read = readFolder(join(releases, tier));
  const policy = await readPolicy(releases);
  const keys = await keysOf(releases);
  const [own] = keys.signers;
  const { publicKey } = await testSigner("stranger", 9);
  const strange = { ...keys, signers: [{ ...own!, publicKey }] };
  await expect(verifyRelease(read, { policy, keys: strange })).rejects.toThrow(
    "The release is signed by a key that is not among those you trust.",
  );
  const revoked = { ...keys, revoked: [own!.publicKey] };
  await expect(verifyRelease(read, { policy, keys: revoked })).rejects.toThrow(/was revoked/);
  const asAuditor = { ...keys, signers: [{ ...own!, namespace: keys.signers[1]!.namespace }] };
  await expect(verifyRelease(read, { policy, keys: asAuditor })).rejects.toThrow(/not among those/);
  const elsewhere = await parsePolicy(readExample("log/policy"));
  await expect(verifyRelease(read, { policy: elsewhere, keys })).rejects.toThrow(
    "is of the log test.example/releases, which the policy does not name",
  );
});

test("a log whose statements were changed, swapped or taken away is refused", async () => {
  const changes: [(folder: string) => Promise<unknown>, RegExp][] = [
    [(folder) => rm(join(folder, "statements/1.json")), /has no file statements\/1\.json/],
    [
      (folder) => cp(join(folder, "statements/0.json"), join(folder, "statements/1.json")),
      /The log's entry is not of this signed statement/,
    ],
    [
      async (folder) => {
        const path = join(folder, "tile/entries/000.p/3");
        const bytes = await readFile(path);
        await writeFile(path, bytes.subarray(0, bytes.length - 3));
      },
      /ends within an entry/,
    ],
  ];
  for (const [change, sentence] of changes) {
    const releases = await makeSigned();
    await change(join(releases, "log"));
    const policy = await readPolicy(releases);
    const reading = verifyLog(readFolder(join(releases, "log")), policy);
    await expect(reading).rejects.toThrow(sentence);
  }
});

test("a whole log of other entries is refused by the root that its key signed", async () => {
  const [releases, other] = [await makeSigned(), await makeReleases()];
  const told = { published: "2026-07-31", figures: "n\n20\n" };
  await makeRelease(other, "2026-q2", "public", told);
  await signReleases(other, witnessedKeys);
  for (const path of ["tile", "statements"]) {
    await cp(join(other, "log", path), join(releases, "log", path), { recursive: true });
  }
  const reading = verifyLog(readFolder(join(releases, "log")), await readPolicy(releases));
  await expect(reading).rejects.toThrow("The entries of the log do not lead to its root.");
});
