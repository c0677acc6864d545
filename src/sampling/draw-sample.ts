import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Engine } from "../engines/duckdb.ts";
import { discoverKnown } from "../known.ts";
import { readProgramme } from "../programme.ts";
import { listSubmitted } from "../records/contract.ts";
import { discoverContracts } from "../records/discover.ts";
import { releaseProblems } from "../release/problems.ts";
import { parseCheckpoint, type Checkpoint } from "./checkpoint.ts";
import { checkIsFirst } from "./first-checkpoint.ts";
import { compareWithRelease } from "./counted.ts";
import { drawRecords, planDraw, type Draw } from "./draw.ts";
import { readFrame } from "./frame.ts";
import { samplingProblems } from "./problems.ts";
import type { DrawRequest } from "./request.ts";
import { method, type Sample } from "./sample.ts";
import { makeSeed } from "./seed.ts";
import { readStrata } from "./strata.ts";

/**
 * Draws a sample of the records that a release stands on; writes nothing.
 * @throws Problem for anything the operator can mend
 */
export async function drawSample(wanted: DrawRequest): Promise<{ sample: Sample; draw: Draw }> {
  const { kind, size, allocation, chosen, releases } = wanted;
  const programme = await readProgramme(wanted.data, await discoverKnown());
  const release = programme.releases.find(({ id }) => id === wanted.release);
  const listed = programme.releases.map(({ id }) => id);
  if (release === undefined) throw releaseProblems.notListed(wanted.release, listed);
  const contracts = listSubmitted(await discoverContracts());
  const kinds = contracts.map((one) => one.kind);
  const contract = contracts.find((one) => one.kind === kind);
  if (contract === undefined) throw samplingProblems.kindUnknown(kinds);
  const strataBy = readStrata(contract, wanted.strata);
  const checkpoint = await readCheckpoint(wanted.checkpoint);
  if (checkpoint !== null) await checkIsFirst(releases, release.id, checkpoint);
  const seed = makeSeed({ programme: programme.id, release: release.id, kind, checkpoint, chosen });
  return withEngine(wanted.threads, async (engine) => {
    const frame = await readFrame(engine, {
      programme,
      contract,
      release,
      kinds,
      strata: strataBy,
    });
    const compared = await compareWithRelease(releases, release.id, kind, frame.accepted);
    const strata = await planDraw(engine, size, allocation);
    const total = strata.reduce((sum, one) => sum + one.frame, 0);
    const sample: Sample = {
      format: "plumbline-sample/1",
      ...{ programme: programme.id, release: release.id, kind, seed, checkpoint, chosen, method },
      ...{ strataBy, allocation, frame: total, size, compared, strata },
    };
    return { sample, draw: await drawRecords(engine, frame, seed.sha256, strata) };
  });
}

async function readCheckpoint(file: string | null): Promise<Checkpoint | null> {
  return file === null ? null : parseCheckpoint(await readFile(file, "utf8"), file);
}

async function withEngine<T>(
  threads: number | null,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const spillTo = await mkdtemp(join(tmpdir(), "plumbline-"));
  const options = { memoryLimit: "2500MB", spillTo };
  const engine = await Engine.open(threads === null ? options : { ...options, threads });
  try {
    return await work(engine);
  } finally {
    engine.close();
    await rm(spillTo, { recursive: true, force: true });
  }
}
