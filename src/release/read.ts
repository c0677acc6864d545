import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import * as schema from "./schema.ts";

/** One indicator of a release with all that a page about it needs. */
export interface IndicatorRelease {
  readonly definition: schema.Definition;
  readonly headline: schema.Headline;
  readonly figures: readonly schema.Figure[];
  readonly curves: readonly schema.Curve[];
}

/** A release of one tier, read whole and checked against its schema. */
export interface Release {
  readonly folder: string;
  readonly about: schema.About;
  readonly manifest: schema.Manifest;
  readonly indicators: readonly IndicatorRelease[];
  readonly coverage: readonly schema.Coverage[];
  readonly quality: readonly schema.Quality[];
  readonly revisions: readonly schema.Revision[];
  readonly codebook: readonly schema.CodebookKind[];
  readonly disclosure: schema.DisclosureReport;
  /** Empty in a release that was made before registers were kept. */
  readonly register: schema.Register;
}

/**
 * Reads the release in `folder` (`releases/<id>/<tier>/`). The site's one door: it can show a
 * release, it cannot compute one.
 * @throws Error when a file is missing or does not fulfil its schema.
 */
export async function readRelease(folder: string): Promise<Release> {
  const read = async <T>(path: string, type: z.ZodType<T>): Promise<T> =>
    type.parse(JSON.parse(await readFile(join(folder, path), "utf8")));
  const about = await read("about.json", schema.about);
  const headlines = await read("headlines.json", z.array(schema.headline));
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
    manifest: await read("manifest.json", schema.manifest),
    indicators,
    coverage: await read("coverage.json", z.array(schema.coverage)),
    quality: await read("quality.json", z.array(schema.quality)),
    revisions: await read("revisions.json", z.array(schema.revision)),
    codebook: await read("codebook.json", z.array(schema.codebookKind)),
    disclosure: await read("disclosure.json", schema.disclosureReport),
    register: existsSync(join(folder, "register.json"))
      ? await read("register.json", schema.register)
      : schema.noRegister,
  };
}
