import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { decode, parseSource, problemFrom } from "./programme/faults.ts";
import { checkReferences, type Known } from "./programme/references.ts";
import { programmeSchema, type Mapping, type ProgrammeFile } from "./programme/schema.ts";
import { Problem } from "./problem.ts";
import type { EventKind } from "./release/schema.ts";

export type { Known } from "./programme/references.ts";
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
  /** Days after the cut-off of a release by which its submissions are due. */
  readonly dueDays: number;
  /** What happened that a reader of a trend should know, in order. */
  readonly events: readonly ProgrammeEvent[];
  readonly mappings: Readonly<Record<string, Mapping>>;
  readonly sources: readonly SubmissionSource[];
  readonly releases: readonly Release[];
}

export interface ProgrammeEvent {
  /** "2025-06". */
  readonly month: string;
  readonly kind: EventKind;
  readonly title: string;
  /** Those that are counted otherwise from the month on. */
  readonly indicators: "all" | readonly string[];
}

export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly sector: string;
  readonly region: string;
  /** Other names by which files know it. */
  readonly codes: readonly string[];
  /** Kinds that it has agreed to submit, beside those that it does. */
  readonly submits: readonly string[];
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
  /** What the operator says of figures that read differently than in the release before. */
  readonly revisions: readonly DeclaredRevision[];
}

export interface DeclaredRevision {
  readonly indicators: "all" | readonly string[];
  readonly kind: "restatement" | "correction" | "method change" | "late data";
  readonly reason: string;
}

/**
 * Reads and checks programme.yaml; what it names of the pipelines is checked against `known`.
 * @throws Problem with file, line and column of the first fault.
 */
export async function readProgramme(dir: string, known?: Known): Promise<Programme> {
  const file = join(dir, "programme.yaml");
  const bytes = await readFile(file).catch(() => {
    throw new Problem(
      "no_programme",
      `There is no ${file} that can be read.`,
      "Name the folder that holds programme.yaml with --data, or begin one with `plumbline init DIR`.",
    );
  });
  const source = parseSource(file, decode(file, bytes));
  const result = programmeSchema.safeParse(source.document.toJS({ maxAliasCount: 20 }));
  if (!result.success) throw problemFrom(source, result.error);
  checkReferences(source, result.data, known);
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
    dueDays: file.due_days,
    events: file.events
      .map(({ indicators = [], ...event }) => ({ ...event, indicators }))
      .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0)),
    mappings: file.mappings,
    sources: file.sources.map(({ files, kind, period, received, partner, mapping }) => ({
      files: typeof files === "string" ? [files] : files,
      kind,
      period,
      ...(received === undefined ? {} : { received }),
      ...(partner === undefined ? {} : { partner }),
      ...(mapping === undefined ? {} : { mapping }),
    })),
    releases: file.releases.map(({ id, title, cut_off, published, revisions }) => ({
      id,
      title,
      cutOff: cut_off,
      published,
      revisions,
    })),
  };
}
