import { z } from "zod";
import * as schema from "./schema.ts";

/** One indicator of a release with all that a page about it needs. */
export interface IndicatorRelease {
  readonly definition: schema.Definition;
  readonly headline: schema.Headline;
  readonly figures: readonly schema.Figure[];
  readonly curves: readonly schema.Curve[];
}

/** The files of a release of one tier, read whole and checked against their schemas. */
export interface ReleaseFiles {
  readonly folder: string;
  readonly about: schema.About;
  readonly manifest: schema.Manifest;
  readonly indicators: readonly IndicatorRelease[];
  readonly coverage: readonly schema.Coverage[];
  readonly quality: readonly schema.Quality[];
  readonly revisions: readonly schema.Revision[];
  readonly submissions: readonly schema.Submission[];
  readonly register: schema.Register;
  readonly codebook: readonly schema.CodebookKind[];
  readonly disclosure: schema.DisclosureReport;
  /** Undefined in a tier that has none. */
  readonly steering: schema.Steering | undefined;
  /** Likewise. */
  readonly audit: schema.Audit | undefined;
}

/**
 * Puts a release together from its files.
 * @param readText the text of a file, by its path within the release
 * @throws Error when a file does not fulfil its schema
 */
export async function parseRelease(
  folder: string,
  readText: (path: string) => Promise<string>,
): Promise<ReleaseFiles> {
  const read = async <T>(path: string, type: z.ZodType<T>): Promise<T> =>
    type.parse(JSON.parse(await readText(path)));
  const about = await read("about.json", schema.about);
  const headlines = await read("headlines.json", z.array(schema.headline));
  const manifest = await read("manifest.json", schema.manifest);
  const indicators = await Promise.all(
    about.indicators.map(async (id) => ({
      definition: await read(`indicators/${id}/definition.json`, schema.definition),
      headline: headlines.find((headline) => headline.indicator === id)!,
      figures: await read(`indicators/${id}/figures.json`, z.array(schema.figure)),
      curves: await read(`indicators/${id}/curves.json`, z.array(schema.curve)),
    })),
  );
  return {
    folder,
    about,
    manifest,
    indicators,
    coverage: await read("coverage.json", z.array(schema.coverage)),
    quality: await read("quality.json", z.array(schema.quality)),
    revisions: await read("revisions.json", z.array(schema.revision)),
    submissions: await read("submissions.json", z.array(schema.submission)),
    register: await read("register.json", schema.register),
    codebook: await read("codebook.json", z.array(schema.codebookKind)),
    disclosure: await read("disclosure.json", schema.disclosureReport),
    steering: !holdsSteering(manifest)
      ? undefined
      : {
          health: await read("health.json", z.array(schema.judgement)),
          comparison: await read("comparison.json", z.array(schema.comparison)),
          attention: await read("attention.json", z.array(schema.attention)),
        },
    audit: holdsAudit(manifest) ? await readAudit(read) : undefined,
  };
}

/** Reads what is for auditors alone. */
export async function readAudit(
  read: <T>(path: string, type: z.ZodType<T>) => Promise<T>,
): Promise<schema.Audit> {
  return {
    completeness: await read("completeness.json", z.array(schema.completeness)),
    anonymity: await read("anonymity.json", z.array(schema.anonymity)),
    intake: await read("intake.json", z.array(schema.intake)),
    drift: await read("drift.json", schema.drift),
  };
}

/** Whether a release tells what is for auditors alone. */
export function holdsAudit({ files }: schema.Manifest): boolean {
  return files.some(({ path }) => path === "intake.json");
}

/** Whether a release judges its figures for those who steer. */
export function holdsSteering({ files }: schema.Manifest): boolean {
  return files.some(({ path }) => path === "health.json");
}
