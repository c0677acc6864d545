import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { makeFolder } from "../make-folder.ts";
import { equalBytes, type Bytes } from "../trust/bytes.ts";
import { readFolder } from "../trust/disk.ts";
import { recomputeFromTallies } from "../verify/recompute.ts";
import { verifySite } from "../verify/site.ts";
import type { Files } from "./archive.ts";
import { sealProblems } from "./problems.ts";
import { describeSite, placeOf, readFiles, type SiteFacts } from "./site-files.ts";

export interface Sealable {
  readonly site: string;
  readonly releases: string;
  readonly release: string;
  readonly tier: string;
}

/**
 * Reads a site that is to be sealed.
 * @throws Problem where it is another's, or older than its release
 */
export async function readSealable(asked: Sealable): Promise<{ files: Files; facts: SiteFacts }> {
  const { site, releases, release, tier } = asked;
  if (!existsSync(join(site, "site.json"))) throw sealProblems.noSite(site);
  const files = await readFiles(site);
  const facts = await describeSite(files, site);
  if (facts.listing.tier !== tier) throw sealProblems.otherSite(site, facts.listing.tier);
  if (facts.release !== release) throw sealProblems.notNewest(site, release, facts.release);
  const folder = join(releases, release, tier);
  for (const path of ["manifest.json", "SHA256SUMS", "blinding"]) {
    const own = await readFolder(folder)(path);
    const shown = files.get(`releases/${release}/files/${path}`);
    const same =
      own === undefined ? shown === undefined : shown !== undefined && equalBytes(own, shown);
    if (!same) throw sealProblems.otherRelease(site, folder);
  }
  return { files, facts };
}

/**
 * Checks a site as its readers will: nothing is sealed that does not hold.
 * @throws Problem for the first thing that does not
 */
export async function refuseUnsound(site: string, files: Files): Promise<void> {
  const context = { anchor: undefined, recompute: recomputeFromTallies };
  for await (const { faults } of verifySite(placeOf(files, site), context)) {
    if (faults[0] !== undefined) throw sealProblems.unsoundSite(site, faults[0]);
  }
}

/** In what published folder a path lies; undefined where in none. */
export function findPublishedPlace(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, "site.json"))) return "a site";
    if (existsSync(join(at, "log/checkpoint"))) return "a folder of releases";
    if (existsSync(join(at, "manifest.json"))) return "a release";
    if (at === dirname(at)) return undefined;
  }
}

/** A file of a bundle. @throws Problem where it is not there */
export async function readBundleFile(path: string): Promise<Bytes> {
  const bytes = await readFolder(dirname(path))(basename(path));
  if (bytes === undefined) throw sealProblems.missing(path);
  return bytes;
}

/**
 * Writes the files of an opened bundle whole or not at all, readable to their owner alone.
 * @throws Problem where the folder is there already
 */
export async function writeFiles(out: string, files: Files): Promise<void> {
  if (existsSync(out)) throw sealProblems.folderExists(out);
  await makeFolder(dirname(resolve(out)));
  const draft = await mkdtemp(join(dirname(resolve(out)), `.${basename(resolve(out))}-`));
  try {
    await chmod(draft, 0o700);
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(draft, path)), { recursive: true, mode: 0o700 });
      await writeFile(join(draft, path), bytes, { mode: 0o600, flag: "wx" });
    }
    if (existsSync(out)) throw sealProblems.folderExists(out);
    await rename(draft, resolve(out));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
