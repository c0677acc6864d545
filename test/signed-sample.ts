import { join } from "node:path";
import { run } from "../src/run.ts";
import { buildSite, type BuiltSite } from "../src/site.ts";
import { throwAwayKeys } from "../src/trust/make-keys.ts";
import { signReleases } from "../src/trust/sign-releases.ts";

/** A programme's releases, signed and published for real, with keys made for the test. */
export interface SignedSample {
  readonly releases: string;
  /** The folder of the newest release's public tier. */
  readonly newest: string;
  readonly site: string;
  readonly built: BuiltSite;
}

const sample = join(import.meta.dirname, "../data/sample");

export async function buildSignedSample(folder: string, data = sample): Promise<SignedSample> {
  const releases = join(folder, "releases");
  const results = await run({ data, releases, tier: "public" });
  const keys = await throwAwayKeys(join(folder, "keys"));
  await signReleases(releases, keys);
  const site = join(folder, "public");
  const built = await buildSite({
    releaseFolders: results.map((result) => result.folder),
    tier: "public",
    out: site,
    base: "/",
    keys,
  });
  return { releases, newest: results.at(-1)!.folder, site, built };
}
