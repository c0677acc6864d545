import type { Release } from "../../release/read.ts";
import type { Definition, Figure, Manifest, Revision } from "../../release/schema.ts";
import { nameCategory, nameSubcategory } from "./names.ts";
import type { About } from "../../release/schema.ts";

type FileFacts = Manifest["files"][number];

/** The files of a release that an indicator's figures go back to. */
export interface TraceFiles {
  readonly figures: FileFacts;
  readonly definition: FileFacts;
  readonly tallies: readonly FileFacts[];
}

/** Finds the files by the tables that the indicator's query names. */
export function listTraceFiles({ manifest }: Release, definition: Definition): TraceFiles {
  const find = (path: string): FileFacts => manifest.files.find((file) => file.path === path)!;
  return {
    figures: find(`indicators/${definition.id}/figures.csv`),
    definition: find(`indicators/${definition.id}/definition.json`),
    tallies: manifest.files.filter(({ path }) => {
      const name = /^tallies\/(.+)\.csv$/.exec(path)?.[1];
      return name !== undefined && new RegExp(`\\b${name}\\b`).test(definition.sql);
    }),
  };
}

/** The place of a figure in words: "Jan to Mar 2026, Major". */
export function namePlace(about: About, figure: Figure): string {
  const name = nameCategory(about, figure);
  return figure.subcategory === null ? name : `${name}, ${nameSubcategory(about, figure)}`;
}

type Named = Omit<Pick<Figure, keyof Figure & keyof Revision>, "unit">;

/** The revision of a figure in its release, where there is one. */
export function findRevision(revisions: readonly Revision[], figure: Figure): Revision | undefined {
  return findSame(revisions, figure);
}

/** What has the name of a figure: the same place of the same indicator, and the same statistic. */
export function findSame<T extends Named>(all: readonly T[], figure: Named): T | undefined {
  return all.find(
    (one) =>
      one.indicator === figure.indicator &&
      one.breakdown === figure.breakdown &&
      one.category === figure.category &&
      one.subcategory === figure.subcategory &&
      one.from === figure.from &&
      one.to === figure.to &&
      one.statistic === figure.statistic,
  );
}
