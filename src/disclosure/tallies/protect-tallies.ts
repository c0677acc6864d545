import { tiers, type TierPolicy } from "../../../pipelines/4-disclosure/tiers.ts";
import type { TierName } from "../../release/schema.ts";
import type { Choose } from "../rounding/pool.ts";
import type { CountTable } from "./count-table.ts";
import { sumCounts } from "./count-table.ts";
import type { Earlier } from "./earlier.ts";
import { measureErrors, type TableError } from "./errors.ts";
import { roundLinked } from "./linked.ts";
import type { Published } from "./places.ts";
import { roundSingle, type Search } from "./single.ts";

/** The tallies of one tier, from which alone its figures are made, and what that cost. */
export interface ProtectedTallies {
  readonly tables: readonly CountTable[];
  /** What they were made from: the exact tallies, or those of a less public tier. */
  readonly madeFrom: readonly CountTable[];
  readonly kinds: readonly ProtectedKind[];
  readonly errors: readonly TableError[];
}

export interface ProtectedKind {
  readonly kind: string;
  /** linked: the tables of a kind together; small counts: a kind's only table. */
  readonly method: "linked" | "small counts";
  readonly tables: readonly string[];
  /** Cases of the kind, as rounded. */
  readonly cases: number;
  readonly held: number;
}

export interface TallyContext {
  /** Tiers that have been made already, and to which those that are made now are added. */
  readonly made: Map<TierName, ProtectedTallies>;
  /** How the cells of a kind are published. */
  published(kind: string): Published;
  /** What the release before has published in a tier. */
  earlier(tier: TierName): Earlier | undefined;
  /** Who searches for roundings; left out, this thread. */
  readonly choose?: Choose;
}

const seed = 20_241_001;

/**
 * Protects the exact tallies for a tier. A tier that is made from another sees only that one's
 * numbers: whoever knows the less public tier learns nothing from the more public.
 * @returns undefined for a tier that is not protected
 */
export async function protectTallies(
  exact: readonly CountTable[],
  policy: TierPolicy,
  context: TallyContext,
): Promise<ProtectedTallies | undefined> {
  const { protection } = policy;
  if (protection === null) return undefined;
  const known = context.made.get(policy.tier);
  if (known !== undefined) return known;
  const from = protection.from === null ? undefined : tiers[protection.from];
  const source = from === undefined ? exact : (await protectTallies(exact, from, context))!.tables;
  const byKind = Map.groupBy(source, ({ table }) => table.kind);
  const search = { seed, ...(context.choose === undefined ? {} : { choose: context.choose }) };
  const earlier = context.earlier(policy.tier);
  const rounded = await Promise.all(
    [...byKind].map(async ([kind, own]) => {
      const round = own.length === 1 ? roundOnly : roundLinked;
      const done = await round(
        own,
        protection.base.value,
        context.published(kind),
        earlier,
        search,
      );
      return { kind, own, ...done };
    }),
  );
  const tables = rounded.flatMap((one) => one.tables);
  const kinds = rounded.map(({ kind, own, tables, held }): ProtectedKind => ({
    ...{ kind, held, tables: own.map(({ table }) => table.name) },
    method: own.length === 1 ? "small counts" : "linked",
    cases: sumCounts(tables[0]!.rows),
  }));
  const errors = tables.flatMap((shown) => {
    const truth = exact.find(({ table }) => table.name === shown.table.name)!;
    const { base } = protection;
    return measureErrors(truth, shown, context.published(shown.table.kind), base.value);
  });
  const done = { tables, madeFrom: source, kinds, errors };
  context.made.set(policy.tier, done);
  return done;
}

function roundOnly(
  [only]: readonly CountTable[],
  ...rest: [number, Published, Earlier | undefined, Search]
): ReturnType<typeof roundSingle> {
  return roundSingle(only!, ...rest);
}
