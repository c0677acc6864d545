import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import {
  checkWithSha256sum,
  hasSshKeygen,
  verifyWithSigstore,
  verifyWithSsh,
} from "../trust/outside.ts";

const { site, releases } = inject("sample");
const folders = [
  ...["2026-q2", "2026-q3"].flatMap((id) => [
    join(site, "releases", id, "files"),
    join(releases, id, "sponsor"),
  ]),
];

test.each(folders)("Sigstore's verifier accepts %s", async (folder) => {
  const read = (...path: string[]) => readFile(join(...path), "utf8");
  verifyWithSigstore(
    await read(folder, "release.sigstore.json"),
    await read(site, "keys/trusted_root.json"),
    await read(site, "keys/release.pem"),
  );
});

test.each([...folders, site])("sha256sum accepts %s", (folder) => {
  expect(checkWithSha256sum(folder)).toBe(0);
});

test
  .skipIf(!hasSshKeygen)
  .each([
    ...folders.map((folder) => [folder, "release@plumbline"] as const),
    [site, "site@plumbline"] as const,
  ])("ssh-keygen accepts %s for %s", (folder, namespace) => {
  const ask = { keys: join(site, "keys"), name: "throw-away.example/releases", day: "20261101Z" };
  expect(verifyWithSsh({ ...ask, folder, namespace })).toBe(0);
});
