import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listingFile, siteListing, type SiteListing } from "../publish/listing.ts";
import { about } from "../release/schema.ts";
import type { Bytes } from "../trust/bytes.ts";
import { digestSums } from "../trust/ssh/sums.ts";
import { openFolder } from "../verify/folder.ts";
import { readParsed } from "../verify/json.ts";
import type { Place } from "../verify/place.ts";
import type { Files } from "./archive.ts";

/** What a site says of itself and of its newest release. */
export interface SiteFacts {
  readonly listing: SiteListing;
  readonly tier: SiteListing["tier"];
  readonly programme: { readonly id: string; readonly name: string };
  readonly release: string;
  readonly published: string;
  /** The digest by which the log names the release; null where it is not signed and blinded. */
  readonly logged: string | null;
}

/** Every file below a folder, read once: what is checked is what is sealed. */
export async function readFiles(folder: string): Promise<Files> {
  const paths = (await openFolder(folder).list?.()) ?? [];
  const files = new Map<string, Bytes>();
  for (const path of paths) files.set(path, new Uint8Array(await readFile(join(folder, path))));
  return files;
}

/** Files at hand as a place to check. */
export function placeOf(files: Files, name: string): Place {
  return {
    name,
    read: (path) => Promise.resolve(files.get(path)),
    list: () => Promise.resolve([...files.keys()]),
  };
}

/**
 * @throws Problem (a fault) where the files are not those of a site
 */
export async function describeSite(files: Files, name: string): Promise<SiteFacts> {
  const place = placeOf(files, name);
  const listing = await readParsed(place, listingFile, siteListing);
  const folder = `releases/${listing.releases.at(-1) ?? ""}/files`;
  const told = await readParsed(place, `${folder}/about.json`, about);
  const [sums, blinding] = [files.get(`${folder}/SHA256SUMS`), files.get(`${folder}/blinding`)];
  const blinded = sums !== undefined && blinding?.length === 32;
  return {
    listing,
    tier: told.tier,
    programme: { id: told.programme.id, name: told.programme.name },
    release: told.release.id,
    published: told.release.published,
    logged: blinded ? await digestSums(sums, blinding) : null,
  };
}
