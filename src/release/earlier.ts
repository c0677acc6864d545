import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Earlier } from "../disclosure/tallies/earlier.ts";
import type { CountRow, CountTable } from "../disclosure/tallies/count-table.ts";
import { Problem } from "../problem.ts";
import { readRelease } from "./read.ts";
import { exists } from "./files.ts";
import { findDamage } from "./intact.ts";
import { readHeldCounts } from "./held-counts.ts";
import { releaseProblems } from "./problems.ts";
import {
  certificate,
  type About,
  type Certificate,
  type Definition,
  type Figure,
  type Manifest,
  type Submission,
  type TallyInfo,
} from "./schema.ts";

/** What a release of a tier has published, for the next one to be held against. */
export interface EarlierRelease {
  readonly about: About;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly submissions: readonly Submission[];
  readonly manifest: Manifest;
  readonly policySha256: string;
  readonly figures: readonly Figure[];
  /** Undefined for a tier that is not protected. */
  readonly certificate: Certificate | undefined;
  readonly certificateSha256: string | undefined;
  readonly tallies: Earlier | undefined;
}

/**
 * Reads the release before of a tier.
 * @param folder `releases/<id>/<tier>`
 * @param memory what its rounded tallies were made from
 * @returns undefined where there is none
 * @throws Problem when it is damaged or of another version
 */
export async function readEarlier(
  folder: string,
  memory: string,
): Promise<EarlierRelease | undefined> {
  if (!(await exists(folder))) return undefined;
  const damage = await findDamage(folder);
  if (damage !== undefined) throw releaseProblems.damaged(folder, damage);
  try {
    const release = await readRelease(folder);
    const { about, indicators, submissions, manifest, disclosure } = release;
    const base = {
      ...{ about, submissions, manifest, policySha256: disclosure.policySha256 },
      definitions: new Map(indicators.map(({ definition }) => [definition.id, definition])),
      figures: indicators.flatMap((one) => one.figures),
    };
    const path = join(folder, "certificate.json");
    if (!(await exists(path))) {
      const none = { certificate: undefined, certificateSha256: undefined, tallies: undefined };
      return { ...base, ...none };
    }
    const text = await readFile(path, "utf8");
    const own = certificate.parse(JSON.parse(text));
    const tables = await Promise.all(own.tallies.map((info) => readTally(folder, info)));
    return {
      ...base,
      certificate: own,
      certificateSha256: createHash("sha256").update(text).digest("hex"),
      tallies: new Earlier(tables, about.period.to, await readHeldCounts(memory)),
    };
  } catch (error) {
    throw error instanceof Problem ? error : releaseProblems.otherFormat(folder);
  }
}

const row = z.record(z.string(), z.union([z.string(), z.number()]));

/** Reads a published tally back into rows. */
async function readTally(folder: string, info: TallyInfo): Promise<CountTable> {
  const text = await readFile(join(folder, "tallies", `${info.name}.json`), "utf8");
  const rows = z.array(row).parse(JSON.parse(text));
  return {
    table: {
      name: info.name,
      kind: info.kind,
      labels: info.labels,
      shared: info.shared,
      bin: info.bin,
      count: info.count,
      money: null,
    },
    rows: rows.map((own): CountRow => ({
      labels: info.labels.map((name) => String(own[name])),
      bin: info.bin === null ? null : Number(own[info.bin.column]),
      count: Number(own[info.count]),
    })),
  };
}
