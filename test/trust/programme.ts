import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { listFiles } from "../../src/release/files.ts";
import type { About, TierName } from "../../src/release/schema.ts";
import { formatJson } from "../../src/release/write.ts";
import { makeSigner, type Signer } from "../../src/trust/keys/ed25519.ts";
import type { SigningKeys } from "../../src/trust/keys/keys.ts";

/** A key whose every byte is this number: the same in each run, and nobody's. */
export async function testSigner(name: string, byte: number): Promise<Signer> {
  return makeSigner(name, new Uint8Array(32).fill(byte));
}

const name = "test.example/releases";

export const testKeys: SigningKeys = {
  throwAway: false,
  release: await testSigner(name, 1),
  log: await testSigner(name, 2),
  blinding: new Uint8Array(32).fill(3),
  witnesses: [],
};

/** With two witnesses and an auditor at hand. */
export const witnessedKeys: SigningKeys = {
  ...testKeys,
  witnesses: [await testSigner("w1.example", 4), await testSigner("w2.example", 5)],
  auditor: await testSigner("auditor.example", 6),
};

export async function makeTemporary(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "plumbline-trust-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

/** Two releases with a public and a sponsor tier each, small enough to sign in no time. */
export async function makeReleases(dir?: string): Promise<string> {
  const releases = dir ?? (await makeTemporary());
  await makeRelease(releases, "2026-q2", "public", { published: "2026-07-31" });
  await makeRelease(releases, "2026-q2", "sponsor", { published: "2026-07-31" });
  const later = { published: "2026-10-30", supersedes: "2026-q2" };
  await makeRelease(releases, "2026-q3", "public", later);
  return releases;
}

interface Told {
  readonly published: string;
  readonly supersedes?: string;
  /** What its one table holds. */
  readonly figures?: string;
}

/** A release as far as signing looks into it. */
export async function makeRelease(
  releases: string,
  id: string,
  tier: TierName,
  { published, supersedes, figures = "n\n10\n" }: Told,
): Promise<string> {
  const folder = join(releases, id, tier);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "indicators/a"), { recursive: true });
  await writeFile(join(folder, "figures.csv"), figures);
  await writeFile(join(folder, "indicators/a/figures.csv"), figures);
  await writeFile(join(folder, "about.json"), formatJson(aboutOf(id, tier, published)));
  const manifest = {
    format: "plumbline-release/1",
    release: id,
    tier,
    supersedes: supersedes ?? null,
    software: { name: "plumbline", version: "0" },
    ...{ revisionKinds: {}, indicators: [], inputs: [] },
    files: await listFiles(folder),
  };
  await writeFile(join(folder, "manifest.json"), formatJson(manifest));
  return folder;
}

/** What a release says of itself, with nothing in it. */
export function aboutOf(id: string, tier: TierName, published: string): About {
  return {
    format: "plumbline-release/1",
    tier,
    release: { id, title: `Release ${id}`, cutOff: "2026-06-30", published },
    previous: null,
    programme: {
      ...{ id: "test", name: "Test Programme", about: "Invented for a test.", synthetic: true },
      ...{ currency: "EUR", contact: null },
    },
    period: { from: "2025-01", to: "2026-06" },
    partners: [],
    events: [],
    families: [],
    indicators: [],
    notMeasured: [],
    labels: {},
  };
}
