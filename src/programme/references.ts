import { problemAt, type Source } from "./faults.ts";
import { findNearest } from "./near.ts";
import type { ProgrammeFile } from "./schema.ts";

/** What programme.yaml may name that is defined in `pipelines/`. */
export interface Known {
  /** Record kinds that have a contract. */
  readonly kinds: readonly string[];
  readonly indicators: readonly string[];
  /** Indicators that have an agreed limit. */
  readonly limits: readonly string[];
}

type Fail = (path: readonly PropertyKey[], what: string) => never;

/**
 * What one part of the file says of another, and of the pipelines where they are known.
 * @throws Problem with the place of the first fault.
 */
export function checkReferences(
  source: Source,
  file: ProgrammeFile,
  known: Known | undefined,
): void {
  const fail: Fail = (path, what) => {
    throw problemAt(source, path, what);
  };
  checkPartners(file, fail);
  checkSources(file, fail);
  checkReleases(file, fail);
  if (known) checkKnown(file, known, fail);
}

function checkPartners(file: ProgrammeFile, fail: Fail): void {
  const names = new Map<string, string>();
  file.partners.forEach((partner, i) => {
    if (!Object.hasOwn(file.regions, partner.region)) {
      const advice = nearestOf(partner.region, Object.keys(file.regions));
      fail(["partners", i, "region"], `is not in regions${advice}`);
    }
    for (const [kind, name] of Object.entries(partner.mappings)) {
      if (!Object.hasOwn(file.mappings, name)) {
        const advice = nearestOf(name, Object.keys(file.mappings));
        fail(["partners", i, "mappings", kind], `is not in mappings${advice}`);
      }
    }
    for (const name of new Set([partner.id, partner.name, ...partner.codes])) {
      const other = names.get(name);
      if (other !== undefined) fail(["partners", i], `has a name or code that ${other} has too`);
      names.set(name, partner.id);
    }
  });
}

function checkSources(file: ProgrammeFile, fail: Fail): void {
  file.sources.forEach(({ partner, mapping }, i) => {
    if (partner !== undefined && !file.partners.some(({ id }) => id === partner)) {
      fail(["sources", i, "partner"], "is not in partners");
    }
    if (mapping !== undefined && !Object.hasOwn(file.mappings, mapping)) {
      fail(["sources", i, "mapping"], "is not in mappings");
    }
  });
}

function checkReleases(file: ProgrammeFile, fail: Fail): void {
  file.releases.forEach((release, i) => {
    const before = file.releases[i - 1];
    const at = (key: keyof typeof release): PropertyKey[] => ["releases", i, key];
    if (release.cut_off.slice(0, 7) < file.programme.starts) {
      fail(at("cut_off"), "is before programme.starts");
    }
    if (release.published < release.cut_off) fail(at("published"), "is before cut_off");
    if (before && release.cut_off <= before.cut_off) {
      fail(at("cut_off"), "is not after the release before it");
    }
    if (before && release.published <= before.published) {
      fail(at("published"), "is not after the release before it");
    }
    if (file.releases.findIndex(({ id }) => id === release.id) !== i) {
      fail(at("id"), "is used twice");
    }
  });
}

function checkKnown(file: ProgrammeFile, known: Known, fail: Fail): void {
  for (const id of Object.keys(file.limits)) {
    if (known.limits.includes(id)) continue;
    const advice = nearestOf(id, known.limits);
    fail(["limits", id], `names no indicator that has a limit${advice}`);
  }
  const checkIndicators = (named: string | readonly string[], at: (string | number)[]): void => {
    const unknown = [named].flat().find((id) => id !== "all" && !known.indicators.includes(id));
    if (unknown === undefined) return;
    fail([...at, "indicators"], `names no indicator${nearestOf(unknown, known.indicators)}`);
  };
  file.events.forEach(({ indicators = "all" }, i) => checkIndicators(indicators, ["events", i]));
  file.releases.forEach(({ revisions }, i) => {
    revisions.forEach(({ indicators }, j) =>
      checkIndicators(indicators, ["releases", i, "revisions", j]),
    );
  });
  file.partners.forEach(({ submits }, i) => {
    submits.forEach((kind, j) => {
      if (known.kinds.includes(kind)) return;
      const advice = nearestOf(kind, known.kinds);
      fail(["partners", i, "submits", j], `names no record kind${advice}`);
    });
  });
  file.partners.forEach(({ mappings }, i) => {
    for (const kind of Object.keys(mappings)) {
      if (known.kinds.includes(kind)) continue;
      fail(
        ["partners", i, "mappings", kind],
        `names no record kind${nearestOf(kind, known.kinds)}`,
      );
    }
  });
}

function nearestOf(word: string, known: readonly string[]): string {
  const nearest = findNearest(word, known);
  if (nearest !== undefined) return `: did you mean ${nearest}?`;
  return known.length === 0 ? "" : `: it is one of ${known.join(", ")}`;
}
