import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseRelease, type Release } from "./parse.ts";

export type { IndicatorRelease, Release } from "./parse.ts";

/**
 * Reads the release in `folder` (`releases/<id>/<tier>/`). The site's one door: it can show a
 * release, it cannot compute one.
 * @throws Error when a file is missing or does not fulfil its schema.
 */
export async function readRelease(folder: string): Promise<Release> {
  return parseRelease(folder, (path) => readFile(join(folder, path), "utf8"));
}
