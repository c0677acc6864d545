import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { run } from "../src/run.ts";
import { buildSite, type BuiltSite } from "../src/site.ts";
import { throwAwayKeys } from "../src/trust/keys/make-keys.ts";
import { signReleases } from "../src/trust/sign-releases.ts";

/** The sample's releases, signed and published for real. Tests read them, and change only copies. */
export interface SignedSample {
  readonly releases: string;
  /** The folder of the newest release's public tier. */
  readonly newest: string;
  /** The folder of the keys, which were made for the tests. */
  readonly keys: string;
  readonly site: string;
  readonly built: BuiltSite;
}

declare module "vitest" {
  export interface ProvidedContext {
    readonly sample: SignedSample;
  }
}

/** Makes the sample once for all tests that look at it; `inject("sample")` gives it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-sample-"));
  project.provide("sample", await publishSample(folder, join(folder, "keys"), 1));
  return () => rm(folder, { recursive: true });
}

/** Runs, signs and publishes a programme, by default the sample, as `npm start` does. */
export async function publishSample(
  folder: string,
  keys: string,
  threads: number,
  data = join(import.meta.dirname, "../data/sample"),
): Promise<SignedSample> {
  const [releases, site] = [join(folder, "releases"), join(folder, "public")];
  const results = await run({ data, releases, tier: "public", threads });
  const throwAway = await throwAwayKeys(keys);
  await signReleases(releases, throwAway);
  const built = await buildSite({
    releaseFolders: results.map((result) => result.folder),
    ...{ tier: "public", out: site, base: "/", keys: throwAway },
  });
  return { releases, newest: results.at(-1)!.folder, keys, site, built };
}
