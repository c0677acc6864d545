import { canonicalJson } from "../proof/canonical.ts";
import {
  listingFile,
  signatureFile,
  siteListing,
  sumsFile,
  type SiteListing,
} from "../publish/listing.ts";
import type { ReleaseFiles } from "../release/parse.ts";
import { namespaces } from "../trust/ssh/allowed-signers.ts";
import { decodeText, encodeText } from "../trust/bytes.ts";
import { parseSums, type Sum } from "../trust/ssh/sums.ts";
import { borrowAnchor, type Anchor } from "./anchor.ts";
import { checkAttestations } from "./attestations.ts";
import { check, type Check } from "./check.ts";
import { digestOf, findChanges, findFirstDifference } from "./files.ts";
import { readParsed } from "./json.ts";
import {
  checkHistory,
  checkKeyOrder,
  checkWitnesses,
  readCurrentLog,
  type CurrentLog,
} from "./log.ts";
import { checkPages } from "./pages.ts";
import { within, type Place } from "./place.ts";
import { verifyRelease, type ReleaseContext, type VerifiedRelease } from "./release.ts";
import { verifyProblems } from "./problems.ts";
import { checkSignature } from "./signature.ts";

/** A check, and what of the site it is of. */
export interface PartCheck extends Check {
  readonly part: string;
}

export interface SiteContext extends Pick<ReleaseContext, "recompute"> {
  /** Whom the reader believes; undefined to take the site's own word. */
  readonly anchor: Anchor | undefined;
}

/**
 * Checks a whole site, one check after the other: its files, each release on it, its log, and that
 * its pages show the figures.
 * @throws Problem where it cannot be read at all
 */
export async function* verifySite(
  place: Place,
  { anchor: own, recompute }: SiteContext,
): AsyncGenerator<PartCheck> {
  const listing = await readParsed(place, listingFile, siteListing);
  const site = listed(place, listing);
  const log = within(site, "log");
  const anchor = own ?? (await borrowAnchor(log, within(site, "keys")));
  const part = "site";
  yield { part, ...(await checkSiteFiles(place, listing)) };
  const releases: VerifiedRelease[] = [];
  for (const id of listing.releases) {
    const folder = within(site, `releases/${id}/files`);
    const before = releases.at(-1)?.release;
    const checks = verifyRelease(folder, { anchor, before, recompute });
    releases.push(yield* nameParts(`release ${id}`, checks));
    if (anchor === undefined) continue;
    const attested = within(site, `releases/${id}/attestations`);
    yield { part: `release ${id}`, ...(await checkAttestations(folder, attested, anchor)) };
  }
  const day = releases.at(-1)?.release?.about.release.published ?? "";
  const signed = { place, path: sumsFile, namespace: namespaces.site, day, anchor };
  yield { part, ...(await checkSignature(signed)) };
  if (anchor !== undefined) yield* nameParts(part, checkLog(log, anchor, releases));
  yield { part, ...(await checkShown(site, listing, releases)) };
}

async function* nameParts<T>(
  part: string,
  checks: AsyncGenerator<Check, T>,
): AsyncGenerator<PartCheck, T> {
  for (;;) {
    const next = await checks.next();
    if (next.done === true) return next.value;
    yield { part, ...next.value };
  }
}

/** A place on the web cannot be listed; its site says which files it has. */
function listed(place: Place, { files }: SiteListing): Place {
  const { list = () => Promise.resolve(files.map(({ path }) => path)) } = place;
  return { ...place, list };
}

function checkSiteFiles(place: Place, listing: SiteListing): Promise<Check> {
  return check("files", async () => {
    const own = (await place.read(listingFile))!;
    const canonical = encodeText(`${canonicalJson(listing)}\n`);
    const misspelt = findFirstDifference(listingFile, own, canonical);
    const faults = [
      ...(misspelt === undefined ? [] : [misspelt]),
      ...compareLists(listing, await digestOf(own), await readSums(place)),
      ...(await findChanges(place, listing.files, (path) =>
        [listingFile, sumsFile, signatureFile].includes(path),
      )),
    ];
    return faults.length > 0 ? faults : `${listing.files.length} files are as they were published`;
  });
}

async function readSums(place: Place): Promise<Sum[]> {
  const bytes = await place.read(sumsFile);
  if (bytes === undefined) throw verifyProblems.missing(sumsFile);
  return parseSums(decodeText(bytes) ?? "");
}

/** The two lists of a site's files hold the same; each sum is in both, and the second is signed. */
function compareLists({ files }: SiteListing, digest: string, sums: readonly Sum[]): string[] {
  const own = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  own.set(listingFile, digest);
  const signed = new Map(sums.map(({ path, sha256 }) => [path, sha256]));
  return [...new Set([...own.keys(), ...signed.keys()])]
    .filter((path) => own.get(path) !== signed.get(path))
    .map((path) => `${listingFile} and ${sumsFile} do not agree on ${path}.`);
}

async function* checkLog(
  log: Place,
  anchor: Anchor,
  releases: readonly VerifiedRelease[],
): AsyncGenerator<Check, void> {
  const all = releases.flatMap(({ logged }) => logged ?? []);
  const shown = all.map(({ bundle }) => bundle.checkpoint);
  let current: CurrentLog | undefined;
  yield await checkWitnesses(async () => (current = await readCurrentLog(log, anchor)));
  if (current === undefined) return;
  yield await checkHistory(log, current, anchor, shown);
  yield await checkKeyOrder(log, current, all);
}

function checkShown(
  site: Place,
  { base }: SiteListing,
  verified: readonly VerifiedRelease[],
): Promise<Check> {
  return check("pages", async () => {
    const releases = verified.flatMap(({ release }): ReleaseFiles[] => (release ? [release] : []));
    const paths = (await site.list!()).filter((path) => path.endsWith(".html"));
    const pages = new Map<string, string>();
    for (const path of paths) {
      const bytes = await site.read(path);
      if (bytes !== undefined) pages.set(path, decodeText(bytes) ?? "");
    }
    const { shown, faults } = checkPages(pages, releases, base);
    return faults.length > 0
      ? faults
      : `each of ${shown.toLocaleString("en")} figures on ${paths.length} pages is the figure that was released`;
  });
}
