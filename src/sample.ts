import { copyFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { makeFolder } from "./make-folder.ts";
import { Engine } from "./engines/duckdb.ts";
import { discoverSampleKinds } from "./sample/discover.ts";
import { generateHolding, type WrittenFile } from "./sample/generate.ts";
import type { SampleKind } from "./sample/kind.ts";
import { listPlanted } from "./sample/list-planted.ts";
import { countPlanted, planHoldings, type Holding } from "./sample/plan.ts";
import { sampleProblems } from "./sample/problems.ts";
import { readRequest, type SampleRequest } from "./sample/request.ts";

/** What was made: counts are those of the newest files, which replace the earlier ones. */
export interface SampleSummary {
  readonly folder: string;
  readonly records: Readonly<Record<string, number>>;
  readonly planted: Readonly<Record<string, number>>;
  readonly files: readonly WrittenFile[];
}

const plantedFile = "planted.md";
const programmeFile = fileURLToPath(new URL("../data/sample/programme.yaml", import.meta.url));

/** `plumbline sample`: the seeded synthetic programme at any size. */
export function sampleCommand(): Command {
  return new Command("sample")
    .description("make a synthetic programme of any size: programme.yaml and its submissions")
    .option(
      "--records <number>",
      "records in the newest files, over all kinds; left out: as in data/sample",
    )
    .option("--seed <number>", "where the random draws begin; the same seed, the same files", "7")
    .option("--out <folder>", "folder to make", "plumbline-sample")
    .option("--format <name>", "csv, parquet or ndjson", "parquet")
    .option("--kinds <list>", "record kinds, divided by commas; left out: all")
    .option("--json", "print what was made as JSON")
    .action(async (options: Record<string, string> & { json?: true }) => {
      const summary = await makeSample(await readRequest(options), showProgress);
      console.log(options.json === true ? JSON.stringify(summary, null, 2) : describe(summary));
    });
}

/**
 * Makes the programme's folder; programme.yaml is written last, so a folder that has one is whole.
 * @throws Problem when the folder holds something already or cannot be made.
 */
export async function makeSample(
  request: SampleRequest,
  report: (holding: Holding) => void = () => undefined,
): Promise<SampleSummary> {
  await openFolder(request.folder);
  const kinds = (await discoverSampleKinds()).filter(({ kind }) => request.kinds.includes(kind));
  const holdings = planHoldings(request.records, kinds, request.format);
  const engine = await Engine.open(
    request.threads === undefined ? {} : { threads: request.threads },
  );
  const files: WrittenFile[] = [];
  try {
    for (const holding of holdings) {
      report(holding);
      files.push(...(await generateHolding(engine, holding, request)));
    }
  } catch (error) {
    await rm(join(request.folder, "submissions"), { recursive: true, force: true });
    throw error;
  } finally {
    engine.close();
  }
  await writeFile(join(request.folder, plantedFile), listPlanted(kinds, holdings));
  const target = resolve(request.folder, "programme.yaml");
  if (target !== programmeFile) await copyFile(programmeFile, target);
  return summarise(request.folder, kinds, holdings, files);
}

async function openFolder(folder: string): Promise<void> {
  const names = await makeFolder(folder)
    .then(() => readdir(folder))
    .catch(() => {
      throw sampleProblems.folderNotWritable(folder);
    });
  const other = names.filter((name) => name !== "programme.yaml" && name !== "register");
  if (other.length > 0) throw sampleProblems.folderNotEmpty(folder);
  if (names.length === 0) return;
  const [ours, theirs] = await Promise.all([
    readFile(programmeFile),
    readFile(join(folder, "programme.yaml")),
  ]);
  if (!ours.equals(theirs)) throw sampleProblems.folderNotEmpty(folder);
}

function summarise(
  folder: string,
  kinds: readonly SampleKind[],
  holdings: readonly Holding[],
  files: readonly WrittenFile[],
): SampleSummary {
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const ofKind = (count: (shape: SampleKind) => number): Record<string, number> =>
    Object.fromEntries(kinds.map((shape) => [shape.kind, count(shape)]));
  return {
    folder,
    records: ofKind(({ kind }) =>
      sum(holdings.filter((h) => h.kind === kind).map((h) => h.records)),
    ),
    planted: ofKind((shape) => sum([...countPlanted(holdings, shape).values()])),
    files,
  };
}

function describe(summary: SampleSummary): string {
  const number = new Intl.NumberFormat("en-GB");
  const { folder } = summary;
  const width = Math.max(...Object.keys(summary.records).map(({ length }) => length)) + 1;
  const lines = Object.entries(summary.records).map(([kind, records]) => {
    const planted = number.format(summary.planted[kind]!);
    return `  ${kind.padEnd(width)}${number.format(records).padStart(13)}  of which ${planted} are faulty on purpose`;
  });
  return [
    `Made a synthetic programme in ${folder}: programme.yaml and ${number.format(summary.files.length)} submitted files.`,
    "Records in the newest file of each partner and period:",
    ...lines,
    `Next: plumbline check ${folder}, then plumbline run --data ${folder} --tier public.`,
  ].join("\n");
}

function showProgress(holding: Holding): void {
  if (process.stderr.isTTY) console.error(`  ${holding.partner.id}: ${holding.kind} …`);
}
