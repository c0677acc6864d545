import { join, resolve } from "node:path";
import { tiers, type TierPolicy } from "../pipelines/4-disclosure/tiers.ts";
import { Engine } from "./engines/duckdb.ts";
import { monthOf } from "./indicators/months.ts";
import { discoverKnown } from "./known.ts";
import { readProgramme, type Programme, type Release } from "./programme.ts";
import { discoverContracts } from "./records/discover.ts";
import { ingest } from "./records/ingest.ts";
import type { IngestReport } from "./records/report.ts";
import { buildRelease } from "./release/build.ts";
import { measureProgramme } from "./release/measure.ts";
import { readCoverage } from "./release/coverage.ts";
import { summariseQuality } from "./release/quality.ts";
import { findDamage } from "./release/intact.ts";
import { releaseProblems } from "./release/problems.ts";
import { readRelease } from "./release/read.ts";
import type { Manifest, TierName } from "./release/schema.ts";
import { exists, listFiles } from "./release/files.ts";
import { writeRelease } from "./release/write.ts";
import { makeTallies, readTallies, seal } from "./tallies/tally.ts";
import { openWorkFolder } from "./work-folder.ts";

export interface RunOptions {
  /** Folder of the programme. */
  readonly data: string;
  /** Folder that holds the releases. */
  readonly releases: string;
  /** The tier to make; it has no default. */
  readonly tier: TierName;
  /** Only this release; left out, every one that programme.yaml lists. */
  readonly only?: string;
  /** Replace a release that is there already. */
  readonly redo?: boolean;
  readonly threads?: number;
  /** Told what is being done, one sentence at a time. */
  readonly say?: (sentence: string) => void;
}

export interface RunResult {
  readonly release: string;
  readonly folder: string;
  readonly state: "written" | "unchanged";
  readonly ingest: IngestReport;
  readonly figures: number;
}

/**
 * Stages 1 to 5: from a programme's submissions to its releases, oldest first.
 * @throws Problem for anything the operator can mend; nothing half-written stays behind.
 */
export async function run(options: RunOptions): Promise<RunResult[]> {
  const policy = tiers[options.tier];
  if (policy === undefined) {
    throw releaseProblems.tierNotMade(options.tier, Object.keys(tiers));
  }
  const programme = await readProgramme(options.data, await discoverKnown());
  const wanted = programme.releases.filter(({ id }) => (options.only ?? id) === id);
  if (wanted.length === 0) {
    const listed = programme.releases.map(({ id }) => id);
    throw options.only === undefined || listed.length === 0
      ? releaseProblems.noneListed()
      : releaseProblems.notListed(options.only, listed);
  }
  const work = await openWorkFolder(options.releases);
  try {
    const results: RunResult[] = [];
    for (const release of wanted) {
      results.push(await runRelease(options, policy, programme, release, work.path));
    }
    return results;
  } finally {
    await work.close();
  }
}

async function runRelease(
  options: RunOptions,
  policy: TierPolicy,
  programme: Programme,
  release: Release,
  work: string,
): Promise<RunResult> {
  const folder = resolve(options.releases, release.id, policy.tier);
  const engine = await Engine.open({
    memoryLimit: "2500MB",
    spillTo: work,
    ...(options.threads === undefined ? {} : { threads: options.threads }),
  });
  try {
    const contracts = await discoverContracts();
    options.say?.(`Release ${release.id}: reading the submissions`);
    const report = await ingest(engine, programme, contracts, release);
    refuseFaultyFiles(report, release);
    options.say?.(`Release ${release.id}: counting, then sealing the records off`);
    const tallies = await readTallies(contracts);
    await makeTallies(engine, contracts, tallies, {
      starts: programme.starts,
      cutOff: release.cutOff,
    });
    await seal(engine, contracts);
    options.say?.(`Release ${release.id}: measuring and protecting`);
    const measured = await measureProgramme(engine, policy, programme, release, contracts);
    const span = { from: programme.starts, to: monthOf(release.cutOff) };
    const content = await buildRelease({
      programme,
      release,
      policy,
      contracts,
      tallies,
      ...measured,
      coverage: await readCoverage(engine, span),
      quality: summariseQuality(
        policy,
        contracts.map(({ kind }) => kind),
        report.files,
      ),
      previous: await readPrevious(options, programme, release, policy),
    });
    const manifest = {
      format: "plumbline-release/1" as const,
      release: release.id,
      tier: policy.tier,
      supersedes: releaseBefore(programme, release)?.id ?? null,
      inputs: await listPipelines(),
    };
    const state = await writeRelease(folder, content, manifest, options.redo);
    const figures = measured.measured.reduce((n, { disclosed }) => n + disclosed.figures.length, 0);
    return { release: release.id, folder, state, ingest: report, figures };
  } finally {
    engine.close();
  }
}

/** Every file that decides what a number is, with its digest. */
async function listPipelines(): Promise<Manifest["inputs"]> {
  const files = await listFiles(join(import.meta.dirname, "../pipelines"));
  return files.map(({ path, sha256 }) => ({ path: `pipelines/${path}`, sha256 }));
}

function refuseFaultyFiles({ files }: IngestReport, release: Release): void {
  const refused = files.filter(({ state }) => state === "refused");
  const [first] = refused;
  if (first !== undefined) {
    const { file, problem } = first;
    throw releaseProblems.refusedFiles(refused.length, files.length, file, problem ?? "");
  }
  if (!files.some(({ state }) => state === "used")) {
    throw releaseProblems.nothingSubmitted(release.id);
  }
}

function releaseBefore(programme: Programme, release: Release): Release | undefined {
  return programme.releases[programme.releases.findIndex(({ id }) => id === release.id) - 1];
}

async function readPrevious(
  options: RunOptions,
  programme: Programme,
  release: Release,
  policy: TierPolicy,
): Promise<Parameters<typeof buildRelease>[0]["previous"]> {
  const before = releaseBefore(programme, release);
  if (before === undefined) return undefined;
  const folder = join(options.releases, before.id, policy.tier);
  if (!(await exists(folder))) return undefined;
  const damage = await findDamage(folder);
  if (damage !== undefined) throw releaseProblems.damaged(folder, damage);
  const { about, indicators } = await readRelease(folder).catch(() => {
    throw releaseProblems.otherFormat(folder);
  });
  return { about, figures: indicators.flatMap(({ figures }) => figures) };
}
