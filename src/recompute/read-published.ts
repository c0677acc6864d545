import { z } from "zod";
import type { TierPolicy } from "../../pipelines/4-disclosure/tiers.ts";
import type { FigurePolicy } from "../disclosure/figure-rules.ts";
import { holdsAudit, holdsSteering, readAudit } from "../release/parse.ts";
import { rowsFile, type RowsFile } from "../release/rows-schema.ts";
import * as schema from "../release/schema.ts";
import type { RowTable } from "../tallies/tier-engine.ts";
import { decodeText, type ReadFile } from "../trust/bytes.ts";
import { recomputeProblems } from "./problems.ts";

/** What a release publishes for its figures to be recomputed from. */
export interface PublishedRelease {
  readonly about: schema.About;
  readonly manifest: schema.Manifest;
  readonly policy: FigurePolicy & Pick<TierPolicy, "shows">;
  readonly errors: schema.DisclosureReport["errors"];
  /** Undefined for a tier of exact tallies. */
  readonly certificate: schema.Certificate | undefined;
  readonly headlines: readonly schema.Headline[];
  readonly indicators: readonly PublishedIndicator[];
  readonly tallies: readonly RowTable[];
  /** What the judgement for those who steer follows from beside figures, and what it is said to be. */
  readonly steering: PublishedSteering | undefined;
  /** What is for auditors alone; undefined where the release holds none. */
  readonly audit: schema.Audit | undefined;
}

export interface PublishedSteering {
  readonly coverage: readonly schema.Coverage[];
  readonly register: schema.Register;
  readonly said: schema.Steering;
}

export interface PublishedIndicator {
  readonly definition: schema.Definition;
  readonly rows: RowsFile;
  readonly figures: readonly schema.Figure[];
  readonly curves: readonly schema.Curve[];
}

/**
 * Reads of a release what its figures follow from. Runs in a browser too.
 * @param place names the release in a message, such as `releases/<id>/<tier>`
 * @param readFile reads files of the release's folder, whoever it is from
 * @throws Problem when it is no release, or a file is not what FORMAT.md says
 */
export async function readPublished(place: string, readFile: ReadFile): Promise<PublishedRelease> {
  if ((await readFile("manifest.json")) === undefined) throw recomputeProblems.noRelease(place);
  const readText = async (path: string): Promise<string> => {
    const bytes = await readFile(path);
    const text = bytes === undefined ? undefined : decodeText(bytes);
    if (text === undefined) throw recomputeProblems.unreadable(place, path);
    return text;
  };
  const read = async <T>(path: string, type: z.ZodType<T>): Promise<T> => {
    const text = await readText(path);
    try {
      return type.parse(JSON.parse(text));
    } catch {
      throw recomputeProblems.unreadable(place, path);
    }
  };
  const manifest = await read("manifest.json", schema.manifest);
  const about = await read("about.json", schema.about);
  const disclosure = await read("disclosure.json", schema.disclosureReport);
  const policies = await read("policy.json", z.array(policy).min(1));
  const rounded =
    policies.at(-1)!.protection !== null && (await readFile("certificate.json")) !== undefined;
  return {
    about,
    manifest,
    policy: policies.at(-1)!,
    errors: disclosure.errors,
    certificate: rounded ? await read("certificate.json", schema.certificate) : undefined,
    headlines: await read("headlines.json", z.array(schema.headline)),
    indicators: await Promise.all(
      about.indicators.filter(isId).map(async (id) => ({
        definition: await read(`indicators/${id}/definition.json`, schema.definition),
        rows: await read(`indicators/${id}/rows.json`, rowsFile),
        figures: await read(`indicators/${id}/figures.json`, z.array(schema.figure)),
        curves: await read(`indicators/${id}/curves.json`, z.array(schema.curve)),
      })),
    ),
    tallies: await readTallyTables(manifest, readText, read),
    steering: holdsSteering(manifest) ? await readSteering(read) : undefined,
    audit: holdsAudit(manifest) ? await readAudit(read) : undefined,
  };
}

async function readSteering(
  read: <T>(path: string, type: z.ZodType<T>) => Promise<T>,
): Promise<PublishedSteering> {
  return {
    coverage: await read("coverage.json", z.array(schema.coverage)),
    register: await read("register.json", schema.register),
    said: {
      health: await read("health.json", z.array(schema.judgement)),
      comparison: await read("comparison.json", z.array(schema.comparison)),
      attention: await read("attention.json", z.array(schema.attention)),
    },
  };
}

/** The name of a folder of the release, never a way out of it. */
function isId(id: string): boolean {
  return /^[a-z0-9][a-z0-9-]*$/.test(id);
}

const tallyRows = z.array(z.record(z.string(), z.union([z.string(), z.number()])));

/** The published tallies with the types of their columns, which follow from their names. */
async function readTallyTables(
  { files }: schema.Manifest,
  readText: (path: string) => Promise<string>,
  read: <T>(path: string, type: z.ZodType<T>) => Promise<T>,
): Promise<RowTable[]> {
  const names = files.flatMap(({ path }) => /^tallies\/(\w+)\.json$/.exec(path)?.[1] ?? []);
  return Promise.all(
    names.sort().map(async (name) => {
      const csv = await readText(`tallies/${name}.csv`);
      const columns = csv.slice(0, csv.indexOf("\n")).trim().split(",");
      return {
        name,
        columns: Object.fromEntries(columns.map((column) => [column, typeOfColumn(column)])),
        rows: await read(`tallies/${name}.json`, tallyRows),
      };
    }),
  );
}

/** The DuckDB type of a tally's column, which its name tells. */
export function typeOfColumn(column: string): string {
  if (column === "month") return "date";
  if (column.endsWith("_money")) return "decimal(38, 2)";
  return /_(n|minutes|days|percent)$/.test(column) ? "integer" : "varchar";
}

const number = z.object({ value: z.number() });

/** The rules of a tier as far as figures depend on them; the words stay as they are. */
const policy = z.looseObject({
  tier: schema.tierName,
  shows: z.looseObject({ steering: z.boolean(), audit: z.boolean() }),
  protection: z
    .looseObject({
      threshold: number,
      shares: z.object({
        value: z.object({ least: z.number(), whole: z.number(), tenths: z.number() }),
      }),
      percentiles: z.object({
        value: z.object({ median: z.number(), p90: z.number(), eachSide: z.number() }),
      }),
      scores: z.object({ value: z.object({ eachOutcome: z.number(), decimals: z.number() }) }),
      bodies: z.object({ value: z.array(z.string()) }),
    })
    .nullable(),
});
