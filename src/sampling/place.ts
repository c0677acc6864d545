import { readdir, realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { samplingProblems } from "./problems.ts";

interface Surroundings {
  readonly releases: string;
  /** The programme's folder. */
  readonly data: string;
}

/**
 * Makes sure that a sample may be written to a folder: new or empty, and in no place that is
 * published or read as submissions, links followed.
 * @throws Problem
 */
export async function checkPlace(out: string, { releases, data }: Surroundings): Promise<void> {
  const closed: [string, string][] = [
    [releases, "in the folder of releases"],
    ["dist", "in dist, where the sites are made"],
    [join(data, "submissions"), "among the submissions"],
  ];
  const place = await realPath(out);
  for (const [folder, why] of closed) {
    if (isInside(place, await realPath(folder))) throw samplingProblems.outIsPublic(out, why);
  }
  const names = await readdir(place).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
  if (names.length > 0) throw samplingProblems.outNotEmpty(out);
}

/** The path with links followed as far as it is there. */
async function realPath(path: string): Promise<string> {
  const whole = resolve(path);
  if (dirname(whole) === whole) return whole;
  return realpath(whole).catch(async () => join(await realPath(dirname(whole)), basename(whole)));
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}
