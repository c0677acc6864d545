import { input } from "plumbline:input";
import { readRelease, type Release } from "../release/read.ts";

/** Every release of this tier, the newest first. */
export const releases: readonly Release[] = (
  await Promise.all(input.folders.map(readRelease))
).sort((a, b) => newestFirst(a.about.release, b.about.release));

/** The release that the site speaks of wherever it names no other. */
export const current: Release = releases[0]!;

function newestFirst(a: Release["about"]["release"], b: Release["about"]["release"]): number {
  return b.published.localeCompare(a.published, "en") || b.id.localeCompare(a.id, "en");
}
