import type { ReadFile } from "./bytes.ts";
import { readFolder } from "./disk.ts";
import { logProblems } from "./log-problems.ts";

/** Reads published files from a folder, or from under an address (http or https). */
export function openPlace(place: string): ReadFile {
  return isAddress(place) ? readSite(place) : readFolder(place);
}

export function isAddress(place: string): boolean {
  return /^https?:\/\//.test(place);
}

/**
 * The folder of the log in a place that is either the log's or that of the releases.
 * @throws Problem where neither has a checkpoint
 */
export async function openLogPlace(place: string): Promise<ReadFile> {
  const read = openPlace(place);
  if ((await read("checkpoint")) !== undefined) return read;
  if ((await read("log/checkpoint")) === undefined) throw logProblems.noLog(place);
  return (path) => read(`log/${path}`);
}

function readSite(address: string): ReadFile {
  const base = address.endsWith("/") ? address : `${address}/`;
  return async (path) => {
    const url = new URL(path, base).href;
    const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
    if (answer?.status === 404 || answer?.status === 410) return undefined;
    if (!answer?.ok) throw logProblems.unreachable(url);
    return new Uint8Array(await answer.arrayBuffer());
  };
}
