import { join } from "node:path";
import { readSoftware } from "../software.ts";
import type { Revised } from "./revisions.ts";
import { listFiles } from "./files.ts";
import type { Definition, Manifest, TierName } from "./schema.ts";

const root = join(import.meta.dirname, "../..");

/** What decides a number beside submissions: the program, and every file of pipelines/. */
export type Origin = Pick<Manifest, "software" | "inputs">;

export async function readOrigin(): Promise<Origin> {
  const files = await listFiles(join(root, "pipelines"));
  return {
    software: await readSoftware(),
    inputs: files.map(({ path, sha256 }) => ({ path: `pipelines/${path}`, sha256 })),
  };
}

/** What a manifest is made from, beside the files of the release. */
export interface ManifestInput {
  readonly release: string;
  readonly tier: TierName;
  readonly supersedes: string | null;
  readonly origin: Origin;
  readonly definitions: readonly Definition[];
  readonly revised: Pick<Revised, "count">;
}

/** Names every file with its digest, and of each indicator what its figures follow from. */
export function makeManifest(
  { release, tier, supersedes, origin, definitions, revised }: ManifestInput,
  files: Manifest["files"],
): Manifest {
  const digests = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const tallies = files.flatMap(({ path, sha256 }) => {
    const name = /^tallies\/(.+)\.json$/.exec(path)?.[1];
    return name === undefined ? [] : [{ name, path, sha256 }];
  });
  return {
    format: "plumbline-release/1",
    ...{ release, tier, supersedes, ...origin, revisionKinds: revised.count() },
    indicators: definitions.map(({ id, version, sql, sqlSha256 }) => {
      const words = new Set(sql.split(/\W+/));
      return {
        ...{ id, version, sqlSha256 },
        tallies: tallies
          .filter(({ name }) => words.has(name))
          .map(({ path, sha256 }) => ({ path, sha256 })),
        figuresSha256: digests.get(`indicators/${id}/figures.json`)!,
      };
    }),
    files,
  };
}
