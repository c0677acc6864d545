import { join, resolve } from "node:path";
import { tiers } from "../pipelines/4-disclosure/tiers.ts";
import { checkPolicy, listChain } from "./disclosure/policy.ts";
import { openRoundingPool } from "./disclosure/rounding/pool.ts";
import { Engine } from "./engines/duckdb.ts";
import { discoverKnown } from "./known.ts";
import { readProgramme, type Programme, type Release } from "./programme.ts";
import { discoverContracts } from "./records/discover.ts";
import { ingest } from "./records/ingest.ts";
import type { IngestReport } from "./records/report.ts";
import { surveyGround } from "./register/ground.ts";
import { readRegister } from "./register/read.ts";
import { AmountBook, heldAmountsPath, readHeld } from "./release/amounts.ts";
import { attackAsReaders } from "./release/attack-as-readers.ts";
import { buildRelease } from "./release/build.ts";
import { readEarlier } from "./release/earlier.ts";
import { writeHeld } from "./release/held.ts";
import { heldCountsPath, writeHeldCounts } from "./release/held-counts.ts";
import { refuseChangedFiles, writeHeldSubmissions } from "./release/held-submissions.ts";
import { makeManifest, readOrigin } from "./release/manifest.ts";
import { measureTier, planMeasures } from "./release/measure.ts";
import { releaseProblems } from "./release/problems.ts";
import { refuseFaultyFiles, refuseWithoutBefore, releaseBefore } from "./release/refuse.ts";
import type { TierName } from "./release/schema.ts";
import { closeTier, openTier, type ExactRelease } from "./release/tier.ts";
import { writeRelease, type Describe } from "./release/write.ts";
import { makeTallies, readTallies, seal } from "./tallies/tally.ts";
import { openWorkFolder } from "./work-folder.ts";

export interface RunOptions {
  /** Folder of the programme. */
  readonly data: string;
  /** Folder that holds the releases. */
  readonly releases: string;
  /** The tier to make, or all; it has no default. */
  readonly tier: RunTier;
  /** Only this release; left out, every one that programme.yaml lists. */
  readonly only?: string;
  /** Replace a release that is there already. */
  readonly redo?: boolean;
  readonly threads?: number;
  /** Told what is being done, one sentence at a time. */
  readonly say?: (sentence: string) => void;
}

/** Whose releases to make: of one tier with those that it is made from, or of every tier. */
export type RunTier = TierName | "all";

export interface RunResult {
  readonly release: string;
  /** Its last day, "2026-06-30". */
  readonly cutOff: string;
  readonly folder: string;
  readonly state: "written" | "unchanged";
  readonly ingest: IngestReport;
  readonly figures: number;
}

/**
 * Stages 1 to 5: from a programme's submissions to its releases, oldest first. A tier that is made
 * from another is written with it.
 * @throws Problem for anything the operator can mend; nothing half-written stays behind.
 */
export async function run(options: RunOptions): Promise<RunResult[]> {
  checkPolicy();
  const programme = await readProgramme(options.data, await discoverKnown());
  const wanted = programme.releases.filter(({ id }) => (options.only ?? id) === id);
  if (wanted.length === 0) {
    const listed = programme.releases.map(({ id }) => id);
    throw options.only === undefined || listed.length === 0
      ? releaseProblems.noneListed()
      : releaseProblems.notListed(options.only, listed);
  }
  await refuseWithoutBefore(options.releases, programme, wanted[0]!);
  const register = await readRegister(programme, await surveyGround(programme));
  const work = await openWorkFolder(options.releases);
  const pool = openRoundingPool(options.threads);
  try {
    const results: RunResult[] = [];
    for (const release of wanted) {
      const desk = { programme, register, work: work.path, choose: pool.choose };
      results.push(await runRelease(options, desk, release));
    }
    return results;
  } finally {
    await pool.close();
    await work.close();
  }
}

/** What the releases of a run have in common. */
interface Desk extends Pick<ExactRelease, "register" | "work" | "choose"> {
  readonly programme: Programme;
}

async function runRelease(
  options: RunOptions,
  { programme, register, work, choose }: Desk,
  release: Release,
): Promise<RunResult> {
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
    const before = releaseBefore(programme, release);
    if (before !== undefined) await refuseChangedFiles(options.releases, before.id, report.files);
    options.say?.(`Release ${release.id}: counting, then sealing the records off`);
    const tallies = await readTallies(contracts);
    const tables = await makeTallies(engine, contracts, tallies, {
      starts: programme.starts,
      cutOff: release.cutOff,
    });
    await seal(engine, contracts);
    const chain = listTiers(options.tier);
    const exact: ExactRelease = {
      ...{ engine, tables, work, choose, tallies, ingest: report, register, before },
      made: new Map(),
      ...(options.threads === undefined ? {} : { threads: options.threads }),
      plan: await planMeasures(engine, programme, release, contracts),
      earlier: await readEach(chain, before, (id, tier) =>
        readEarlier(join(options.releases, id, tier), heldCountsPath(options.releases, id, tier)),
      ),
    };
    const rounded = chain.filter((tier) => tiers[tier].protection !== null);
    const memories = await readEach(rounded, before, (id, tier) =>
      readHeld(heldAmountsPath(options.releases, id, tier), join(options.releases, id, tier)),
    );
    const book = new AmountBook(exact, memories);
    let result: Pick<RunResult, "folder" | "state" | "figures">;
    for (const tier of chain) {
      options.say?.(`Release ${release.id}: measuring and protecting the ${tier} tier`);
      const later = chain.slice(chain.indexOf(tier) + 1);
      result = await makeTier(options, exact, book, tier, later);
    }
    await writeHeldSubmissions(options.releases, release.id, report.files);
    return { release: release.id, cutOff: release.cutOff, ingest: report, ...result! };
  } finally {
    engine.close();
  }
}

/** The tiers to make, in the order in which they are made; the most public one is the last. */
function listTiers(tier: RunTier): TierName[] {
  if (tier !== "all") return listChain(tier);
  const chains = Object.values(tiers)
    .map((one) => listChain(one.tier))
    .sort((a, b) => a.length - b.length);
  return [...new Set(chains.flat())];
}

/** What each tier of a chain left in the release before. */
async function readEach<T>(
  chain: readonly TierName[],
  before: Release | undefined,
  read: (release: string, tier: TierName) => Promise<T | undefined>,
): Promise<ReadonlyMap<TierName, T | undefined>> {
  const found = new Map<TierName, T | undefined>();
  if (before === undefined) return found;
  for (const tier of chain) found.set(tier, await read(before.id, tier));
  return found;
}

async function makeTier(
  { releases, redo, say }: RunOptions,
  exact: ExactRelease,
  book: AmountBook,
  name: TierName,
  later: readonly TierName[],
): Promise<Pick<RunResult, "folder" | "state" | "figures">> {
  const policy = tiers[name];
  const { plan } = exact;
  const tier = await openTier(exact, policy);
  try {
    const measured = await measureTier(plan, {
      policy,
      edges: tier.edges,
      engine: tier.engine,
      errors: tier.tallies?.errors ?? [],
      amounts: (indicator, span, domains) => book.show(policy, indicator, span, domains),
    });
    const origin = await readOrigin();
    const built = await buildRelease({ exact, tier, book, origin, ...measured });
    const id = plan.release.id;
    const folder = resolve(releases, id, name);
    const describe: Describe = (files) => makeManifest(built.manifest, files);
    const state = await writeRelease(folder, built.content, describe, {
      redo: redo ?? false,
      ...(policy.protection === null
        ? {}
        : {
            inspect: (draft) =>
              attackAsReaders(exact, { tier: name, folder: draft }, { releases, later }, say),
          }),
    });
    if (policy.protection !== null) {
      await writeHeld(heldAmountsPath(releases, id, name), book.memory(name));
      await writeHeldCounts(heldCountsPath(releases, id, name), tier.tallies!.madeFrom);
    }
    const figures = measured.measured.reduce((n, { disclosed }) => n + disclosed.figures.length, 0);
    return { folder, state, figures };
  } finally {
    closeTier(tier);
  }
}
