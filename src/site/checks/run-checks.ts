import { manifest } from "../../release/schema.ts";
import { decodeText } from "../../trust/bytes.ts";
import { borrowAnchor } from "../../verify/anchor.ts";
import type { Check } from "../../verify/check.ts";
import { recomputeFromRows, type RecomputedHeadline } from "../../verify/figures.ts";
import { checkHistory, checkWitnesses, readCurrentLog, type CurrentLog } from "../../verify/log.ts";
import { remember, within, type Place } from "../../verify/place.ts";
import { verifyRelease } from "../../verify/release.ts";
import { openWeb } from "../../verify/web.ts";

export interface Progress {
  readonly files: number;
  readonly of: number;
}

export interface RunOptions {
  readonly release: string;
  /** The address of the site's first page. */
  readonly root: URL;
  readonly tell: (progress: Progress) => void;
}

/** What was worked out again for the page to show beside what is published. */
export type Recomputed = readonly RecomputedHeadline[];

/** Checks a release and the log from what the site serves, one check after the other. */
export async function* runChecks(options: RunOptions): AsyncGenerator<Check, Recomputed> {
  const site = openWeb(options.root.href);
  const folder = `releases/${options.release}/files`;
  const release = await countReads(within(site, folder), options.tell);
  const log = within(site, "log");
  const anchor = await borrowAnchor(log, within(site, "keys"));
  let headlines: Recomputed = [];
  const recompute = async (place: Place) => {
    const { finding, headlines: found } = await recomputeFromRows(place);
    headlines = found;
    return finding;
  };
  const { logged } = yield* verifyRelease(release, { anchor, recompute });
  if (anchor === undefined) return headlines;
  let current: CurrentLog | undefined;
  yield await checkWitnesses(async () => (current = await readCurrentLog(log, anchor)));
  if (current === undefined) return headlines;
  yield await checkHistory(
    log,
    current,
    anchor,
    logged === undefined ? [] : [logged.bundle.checkpoint],
  );
  return headlines;
}

/** The release, read several files at a time, its reads counted against the manifest. */
async function countReads(place: Place, tell: (progress: Progress) => void): Promise<Place> {
  const text = decodeText((await place.read("manifest.json")) ?? new Uint8Array()) ?? "";
  const parsed = manifest.safeParse(tryJson(text));
  const paths = parsed.success ? parsed.data.files.map(({ path }) => path) : [];
  let files = 0;
  const counted = remember({
    ...place,
    read: async (path) => {
      const bytes = await place.read(path);
      files += 1;
      tell({ files: Math.min(files, paths.length), of: paths.length });
      return bytes;
    },
  });
  const waiting = [...paths];
  const fetchNext = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      await counted.read(path);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, fetchNext));
  return counted;
}

const atOnce = 6;

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
