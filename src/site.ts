import { existsSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Command } from "commander";
import { makeFolder } from "./make-folder.ts";
import { findSiteKeys } from "./publish/site-keys.ts";
import { weighPage } from "./publish/weigh-page.ts";
import { writeListing } from "./publish/write-listing.ts";
import { writeWorkbench } from "./publish/workbench/write-workbench.ts";
import { findDamage } from "./release/intact.ts";
import { readRelease } from "./release/read.ts";
import { findSiblings, type Sibling } from "./release/siblings.ts";
import { tierName, type TierName } from "./release/schema.ts";
import { siteProblems } from "./site/problems.ts";
import { siteInput } from "./site/input.ts";
import { auditPages } from "./site/audit/routes.ts";
import { steeringPages } from "./site/steering/routes.ts";
import { workbenchPage } from "./site/workbench/routes.ts";
import type { SigningKeys } from "./trust/keys/keys.ts";
import { isAttestationOf } from "./trust/statements/read-attestation.ts";

export interface SiteOptions {
  /** Folders `releases/<id>/<tier>/`, in any order; the newest is the current release. */
  readonly releaseFolders: readonly string[];
  readonly tier: TierName;
  /** Folder of the site, replaced as a whole. */
  readonly out: string;
  /** The path under which the site is served, "/" at the root of a host. */
  readonly base: string;
  /** The host it is served from, "https://…", so that citations hold the whole address. */
  readonly site?: string | undefined;
  /** Sign the list of its files; left out, the site is not signed. */
  readonly keys?: SigningKeys | undefined;
}

export interface BuiltSite {
  readonly out: string;
  readonly pages: number;
  readonly seconds: number;
  /** What a reader downloads for the overview: its page, style, font and icon, compressed. */
  readonly overviewBytes: number;
}

const root = resolve(import.meta.dirname, "..");

/**
 * Builds the site of one tier from its releases. It is written beside `out` and renamed at the
 * end, so that a site exists whole or not at all; the same releases give the same bytes.
 * @throws Problem when a folder holds no release of this tier, or there is none.
 */
export async function buildSite(options: SiteOptions): Promise<BuiltSite> {
  const started = performance.now();
  const out = resolve(options.out);
  const releases = await listReleases(options);
  await makeFolder(dirname(out));
  await mkdir(join(root, ".astro"), { recursive: true });
  const workshop = await mkdtemp(join(root, ".astro", "site-"));
  const temporary = await mkdtemp(join(dirname(out), `.${basename(out)}-`));
  try {
    await runAstro(workshop, releases, options);
    await cp(workshop, temporary, { recursive: true });
    await chmod(temporary, 0o755);
    await publishFiles(releases, options.tier, temporary);
    if (options.tier === "auditor") await writeWorkbench(releases.at(-1)!.folder, temporary);
    const { writeReports } = await import("./reports/write-reports.ts");
    await writeReports(
      releases.map(({ folder }) => folder),
      join(temporary, "reports"),
    );
    const about = {
      tier: options.tier,
      base: options.base,
      site: options.site ?? null,
      releases: releases.map(({ id }) => id),
    };
    await writeListing(temporary, about, options.keys);
    await replace(temporary, out);
  } finally {
    await rm(workshop, { recursive: true, force: true });
    await rm(temporary, { recursive: true, force: true });
  }
  return {
    out,
    pages: (await listFiles(out)).filter((path) => path.endsWith(".html")).length,
    seconds: (performance.now() - started) / 1000,
    overviewBytes: await weighPage(out, "index.html", options.base),
  };
}

/** Puts the files of each release beside its pages, and the log and the keys that prove them. */
async function publishFiles(
  releases: readonly ShownRelease[],
  tier: TierName,
  out: string,
): Promise<void> {
  for (const { folder, id } of releases) {
    await cp(folder, join(out, "releases", id, "files"), { recursive: true });
    await publishAttestations(join(folder, "../attestations"), tier, join(out, "releases", id));
  }
  for (const name of ["log", "keys"]) {
    const shared = join(dirname(dirname(releases[0]!.folder)), name);
    if (existsSync(shared)) await cp(shared, join(out, name), { recursive: true });
  }
}

/** Those of the site's own tier: what was attested of another is not for its readers. */
async function publishAttestations(folder: string, tier: TierName, out: string): Promise<void> {
  if (!existsSync(folder)) return;
  const own = (await readdir(folder)).filter((name) => isAttestationOf(tier, name));
  for (const name of own) await cp(join(folder, name), join(out, "attestations", name));
}

interface ShownRelease {
  readonly folder: string;
  readonly id: string;
  readonly published: string;
  /** Whether it judges figures for those who steer, so that the site has pages for them. */
  readonly steers: boolean;
  /** The same release in more public tiers, where its readers may know them; else undefined. */
  readonly siblings: readonly Sibling[] | undefined;
}

/** The releases to show, in the order in which they were published. */
async function listReleases({ releaseFolders, tier }: SiteOptions): Promise<ShownRelease[]> {
  if (releaseFolders.length === 0) throw siteProblems.noRelease(tier);
  const releases = await Promise.all(
    releaseFolders.map((folder) => checkRelease(resolve(folder), tier)),
  );
  const order = ({ published, id }: ShownRelease): string => `${published} ${id}`;
  return releases.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Reads a release whole before anything is built from it. */
async function checkRelease(folder: string, tier: TierName): Promise<ShownRelease> {
  if (!existsSync(join(folder, "about.json"))) throw siteProblems.notARelease(folder);
  const release = await readRelease(folder).catch(() => {
    throw siteProblems.unreadable(folder);
  });
  if (release.about.tier !== tier) throw siteProblems.wrongTier(folder, tier);
  const damage = await findDamage(folder);
  if (damage !== undefined) throw siteProblems.damaged(folder, damage);
  const { id, published } = release.about.release;
  const siblings = release.audit && (await findSiblings(folder, release.about));
  return { folder, id, published, steers: release.steering !== undefined, siblings };
}

async function runAstro(
  outDir: string,
  releases: readonly ShownRelease[],
  { tier, base, site }: SiteOptions,
): Promise<void> {
  const folders = releases.map(({ folder }) => folder);
  const { steers, siblings } = releases.at(-1)!;
  const known = releases.flatMap((one) => one.siblings ?? []);
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  const { build } = await import("astro");
  const here = process.cwd();
  process.chdir(root); // Astro runs pages from a folder under the working folder
  await build({
    root,
    outDir,
    base,
    ...(site === undefined ? {} : { site }),
    logLevel: "silent",
    integrations: [
      ...(steers ? [steeringPages()] : []),
      ...(tier === "auditor" ? [workbenchPage()] : []),
      ...(siblings === undefined ? [] : [auditPages()]),
    ],
    vite: { logLevel: "silent", plugins: [siteInput({ folders, tier, base, siblings: known })] },
  }).finally(() => process.chdir(here));
}

async function replace(temporary: string, out: string): Promise<void> {
  const old = `${temporary}-old`;
  if (existsSync(out)) await rename(out, old);
  await rename(temporary, out);
  await rm(old, { recursive: true, force: true });
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The folders `<releases>/<id>/<tier>` that exist, by name. */
export async function findReleases(releases: string, tier: TierName): Promise<string[]> {
  if (!existsSync(releases)) return [];
  const names = (await readdir(releases)).sort();
  return names.map((name) => join(releases, name, tier)).filter((folder) => existsSync(folder));
}

interface Flags {
  readonly release: string[];
  readonly releases: string;
  readonly tier?: string;
  readonly out: string;
  readonly base: string;
  readonly site?: string;
  readonly keys?: string;
  readonly json?: boolean;
}

/** `plumbline site`: the static site of a tier from its releases. */
export function siteCommand(): Command {
  return new Command("site")
    .description("the static site of a tier, from its releases")
    .option("--release <dir...>", "show these releases only: folders releases/<id>/<tier>", [])
    .option("--releases <dir>", "the folder that holds the releases", "releases")
    .option("--tier <tier>", "public, sponsor or auditor")
    .option("--out <dir>", "the folder to write to; the site goes to <dir>/<tier>", "dist")
    .option("--base <path>", "the path under which the site is served", "/")
    .option("--site <url>", "the address of the host, so that citations are complete")
    .option("--keys <dir>", "sign it: folder of the programme's keys; else PLUMBLINE_KEYS is asked")
    .option("--json", "say what was built as JSON")
    .action(async (flags: Flags) => {
      if (flags.tier === undefined) throw siteProblems.noTier();
      const tier = tierName.safeParse(flags.tier);
      if (!tier.success) throw siteProblems.unknownTier(flags.tier);
      checkAddress(flags.base, flags.site);
      const named = flags.release.length > 0;
      const built = await buildSite({
        releaseFolders: named ? flags.release : await findReleases(flags.releases, tier.data),
        tier: tier.data,
        out: join(flags.out, tier.data),
        base: flags.base,
        site: flags.site,
        keys: await findSiteKeys(flags.releases, flags.keys),
      });
      process.stdout.write(
        flags.json === true ? JSON.stringify(built) + "\n" : sayBuilt(built, tier.data),
      );
    });
}

function checkAddress(base: string, site: string | undefined): void {
  if (!/^\/([\w.~-]+\/)*[\w.~-]*$/.test(base)) throw siteProblems.basePath();
  if (site !== undefined && !/^https?:\/\/[\w.:[\]-]+\/?$/.test(site)) throw siteProblems.address();
}

function sayBuilt(built: BuiltSite, tier: TierName): string {
  const size = (built.overviewBytes / 1000).toFixed(1);
  return [
    `The ${tier} site: ${built.pages} pages in ${built.seconds.toFixed(1)} seconds, in ${built.out}`,
    `Its overview weighs ${size} kB compressed, style and font included.`,
    "",
  ].join("\n");
}
