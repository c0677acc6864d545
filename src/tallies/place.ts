import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

export const tallyFolder = join(import.meta.dirname, "../../pipelines/2-tallies");

/** Where the tally of a kind is, as its author is told: a file, or a folder of several. */
export function placeOf(kind: string): string {
  const name = existsSync(join(tallyFolder, kind)) ? `${kind}/` : `${kind}.sql`;
  return `pipelines/2-tallies/${name}`;
}

/** The files that make the tally of a kind, in the order in which they run; none where it has none. */
export async function listTallyFiles(kind: string): Promise<string[]> {
  const names = await readdir(tallyFolder, { recursive: true });
  return names
    .map((name) => name.replaceAll("\\", "/"))
    .filter(
      (name) => name === `${kind}.sql` || (name.startsWith(`${kind}/`) && /\.sql$/.test(name)),
    )
    .sort()
    .map((name) => join(tallyFolder, name));
}
