import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseSource, problemAt, problemFrom, type Source } from "./programme/faults.ts";
import { programmeSchema, type Mapping, type ProgrammeFile } from "./programme/schema.ts";
import { Problem } from "./problem.ts";

export type { Mapping, Origin } from "./programme/schema.ts";

/** A programme under oversight, as its programme.yaml describes it. */
export interface Programme {
  /** The folder that holds programme.yaml, as an absolute path. */
  readonly dir: string;
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** Every record is invented; every page says so. */
  readonly synthetic: boolean;
  readonly currency: string;
  /** The first month that is published, "2024-10". */
  readonly starts: string;
  readonly contact?: string;
  readonly regions: Readonly<Record<string, string>>;
  readonly partners: readonly Partner[];
  readonly limits: Readonly<Record<string, number>>;
  readonly mappings: Readonly<Record<string, Mapping>>;
  readonly sources: readonly SubmissionSource[];
  readonly releases: readonly Release[];
}

export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly sector: string;
  readonly region: string;
  /** Other names by which files know it. */
  readonly codes: readonly string[];
  /** The mapping that its files of a kind need. */
  readonly mappings: Readonly<Record<string, string>>;
}

/** Files that lie elsewhere than in submissions/. */
export interface SubmissionSource {
  readonly files: readonly string[];
  readonly kind: string;
  readonly period: string;
  readonly received?: string;
  /** Left out: the file says in a column which partner a row is from. */
  readonly partner?: string;
  readonly mapping?: string;
}

export interface Release {
  readonly id: string;
  readonly title: string;
  readonly cutOff: string;
  readonly published: string;
}

/**
 * Reads and checks programme.yaml.
 * @throws Problem with file, line and column of the first fault.
 */
export async function readProgramme(dir: string): Promise<Programme> {
  const file = join(dir, "programme.yaml");
  const text = await readFile(file, "utf8").catch(() => {
    throw new Problem(
      "no_programme",
      `There is no ${file} that can be read.`,
      "Name the folder that holds programme.yaml with --data, or make one with `plumbline init`.",
    );
  });
  const source = parseSource(file, text);
  const result = programmeSchema.safeParse(source.document.toJS({ maxAliasCount: 20 }));
  if (!result.success) throw problemFrom(source, result.error);
  checkReferences(source, result.data);
  return shape(resolve(dir), result.data);
}

function shape(dir: string, file: ProgrammeFile): Programme {
  const { contact, ...programme } = file.programme;
  return {
    dir,
    ...programme,
    ...(contact === undefined ? {} : { contact }),
    regions: file.regions,
    partners: file.partners,
    limits: file.limits,
    mappings: file.mappings,
    sources: file.sources.map(({ files, kind, period, received, partner, mapping }) => ({
      files: typeof files === "string" ? [files] : files,
      kind,
      period,
      ...(received === undefined ? {} : { received }),
      ...(partner === undefined ? {} : { partner }),
      ...(mapping === undefined ? {} : { mapping }),
    })),
    releases: file.releases.map(({ id, title, cut_off, published }) => ({
      id,
      title,
      cutOff: cut_off,
      published,
    })),
  };
}

/** What one part of the file says of another. */
function checkReferences(source: Source, file: ProgrammeFile): void {
  const fail = (path: readonly PropertyKey[], what: string): never => {
    throw problemAt(source, path, what);
  };
  const names = new Map<string, string>();
  file.partners.forEach((partner, i) => {
    if (!(partner.region in file.regions)) fail(["partners", i, "region"], "is not in regions");
    for (const [kind, name] of Object.entries(partner.mappings)) {
      if (!(name in file.mappings)) fail(["partners", i, "mappings", kind], "is not in mappings");
    }
    for (const name of new Set([partner.id, partner.name, ...partner.codes])) {
      const other = names.get(name);
      if (other !== undefined) fail(["partners", i], `has a name or code that ${other} has too`);
      names.set(name, partner.id);
    }
  });
  file.sources.forEach(({ partner, mapping }, i) => {
    if (partner !== undefined && !file.partners.some(({ id }) => id === partner)) {
      fail(["sources", i, "partner"], "is not in partners");
    }
    if (mapping !== undefined && !(mapping in file.mappings)) {
      fail(["sources", i, "mapping"], "is not in mappings");
    }
  });
  file.releases.forEach((release, i) => {
    const before = file.releases[i - 1];
    if (release.published < release.cut_off)
      fail(["releases", i, "published"], "is before cut_off");
    if (before && release.cut_off <= before.cut_off) {
      fail(["releases", i, "cut_off"], "is not after the release before it");
    }
    if (before && release.published <= before.published) {
      fail(["releases", i, "published"], "is not after the release before it");
    }
    if (file.releases.findIndex(({ id }) => id === release.id) !== i) {
      fail(["releases", i, "id"], "is used twice");
    }
  });
}
