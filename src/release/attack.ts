import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import {
  attackTallies,
  type AttackedTally,
  type TallyAttack,
  type View,
} from "../attack/tallies.ts";
import { Problem } from "../problem.ts";
import { about, certificate, type Certificate } from "./schema.ts";

/** What the attacker found out about a release, in numbers that tell of nobody. */
export interface ReleaseAttack {
  readonly counts: number;
  /** Fewest counts that a reader has to reckon with anywhere. */
  readonly fewest: number | null;
  readonly kinds: readonly AttackedKind[];
}

/** The same for the tallies of one record kind. */
export interface AttackedKind {
  readonly kind: string;
  readonly counts: number;
  readonly fewest: number | null;
  /** Counts that are left with fewer values than the policy asks for. */
  readonly tooFew: number;
}

/** The published files of one tier of one release, as a reader has them. */
interface Reading {
  readonly folder: string;
  readonly certificate: Certificate;
  readonly lastMonth: string;
  readonly rows: ReadonlyMap<string, readonly TallyRow[]>;
}

/**
 * Attacks a release with all that its reader has: its own files, those of more public tiers, and
 * earlier releases of each.
 * @param folder the release that is about to be written
 * @param others folders of what else its reader knows
 * @throws Problem (exit code 2) when a count is narrowed to fewer values than the policy allows
 */
export async function attackRelease(
  folder: string,
  others: readonly string[],
): Promise<ReleaseAttack> {
  return attackKinds(folder, others, refuseNarrow);
}

/**
 * The same of a release that is out, for whoever wants to know what the attack found.
 * @throws Error where a folder is no protected release
 */
export async function reportAttack(
  folder: string,
  others: readonly string[],
): Promise<ReleaseAttack> {
  return attackKinds(folder, others, () => undefined);
}

async function attackKinds(
  folder: string,
  others: readonly string[],
  judge: (own: Reading, kind: string, found: TallyAttack) => void,
): Promise<ReleaseAttack> {
  const own = await readFolder(folder);
  const known = await Promise.all(others.map(readFolder));
  const kinds = [...new Set(own.certificate.tallies.map(({ kind }) => kind))];
  const attacked = kinds.map((kind): AttackedKind => {
    const views = [own, ...known].map((reading) => viewOf(reading, kind));
    const found = attackTallies(views, own.certificate.base);
    judge(own, kind, found);
    return { kind, counts: found.cells, fewest: found.narrowest, tooFew: found.narrow.length };
  });
  const fewest = attacked.flatMap((one) => one.fewest ?? []);
  return {
    counts: attacked.reduce((sum, { counts }) => sum + counts, 0),
    fewest: fewest.length === 0 ? null : Math.min(...fewest),
    kinds: attacked,
  };
}

function refuseNarrow({ certificate: own }: Reading, kind: string, found: TallyAttack): void {
  const [first] = found.narrow;
  if (first === undefined) return;
  throw new Problem(
    "attack",
    `The ${own.tier} tier of ${own.release} does not withstand the attack: ` +
      `${found.narrow.length} of ${found.cells} counts of ${kind} can be told too closely, the ` +
      `first in the tally ${first.table}.`,
    "Nothing was released. This is a fault in the protection, not in your data: please report it with this line, which holds nothing from a record.",
    2,
  );
}

function viewOf(reading: Reading, kind: string): View {
  return {
    release: reading.certificate.release,
    base: reading.certificate.base,
    covers: (block) => block.slice(0, 7) <= reading.lastMonth,
    tables: reading.certificate.tallies
      .filter((tally) => tally.kind === kind)
      .map((tally) => readTally(reading, tally)),
  };
}

function readTally(
  { rows }: Reading,
  { name, labels, shared, bin, count }: Certificate["tallies"][number],
): AttackedTally {
  return {
    name,
    cells: new Map(
      rows.get(name)!.map((row) => {
        const key = [...labels, ...(bin === null ? [] : [bin.column])].map((column) => row[column]);
        const block = shared.map((column) => row[column]).join("|");
        return [key.join("|"), { block, count: Number(row[count]) }];
      }),
    ),
  };
}

type TallyRow = Readonly<Record<string, string | number>>;

/** As `z.array(z.record(…))` would check them, but without a copy of each of many rows. */
const tallyRows = z.custom<readonly TallyRow[]>(
  (value) => Array.isArray(value) && value.every(isTallyRow),
);

function isTallyRow(row: unknown): row is TallyRow {
  if (typeof row !== "object" || row === null) return false;
  for (const value of Object.values(row)) {
    if (typeof value !== "string" && typeof value !== "number") return false;
  }
  return true;
}

async function readFolder(folder: string): Promise<Reading> {
  const read = async <T>(path: string, type: z.ZodType<T>): Promise<T> =>
    type.parse(JSON.parse(await readFile(join(folder, path), "utf8")));
  const own = await read("certificate.json", certificate);
  const rows = new Map<string, readonly TallyRow[]>();
  for (const { name } of own.tallies) {
    rows.set(name, await read(`tallies/${name}.json`, tallyRows));
  }
  const { period } = await read("about.json", about);
  return { folder, certificate: own, lastMonth: period.to, rows };
}
