import { createHash } from "node:crypto";
import type { TierPolicy } from "../../pipelines/4-disclosure/tiers.ts";
import { makeEdges, readBanded, type Edges } from "../disclosure/tallies/band.ts";
import type { CountTable } from "../disclosure/tallies/count-table.ts";
import { protectTallies, type ProtectedTallies } from "../disclosure/tallies/protect-tallies.ts";
import type { Choose } from "../disclosure/rounding/pool.ts";
import { isExactKind } from "../disclosure/figure-rules.ts";
import { digestPolicy } from "../disclosure/policy.ts";
import type { Engine } from "../engines/duckdb.ts";
import type { PartnerPlace } from "../indicators/dimensions.ts";
import type { Release } from "../programme.ts";
import type { IngestReport } from "../records/report.ts";
import type { AuditRegister } from "../register/read.ts";
import type { TallySql } from "../tallies/tally.ts";
import type { BinUnit, TallyTable } from "../tallies/tally-tables.ts";
import { openTierEngine, type RowTable } from "../tallies/tier-engine.ts";
import { limitOf } from "./definitions.ts";
import type { EarlierRelease } from "./earlier.ts";
import { limitsTable, publishedOf, type Plan } from "./measure.ts";
import type { Certificate, TierName } from "./schema.ts";
import { loadableTally, readExactTally, tallyRows } from "./tallies.ts";
import { formatJson } from "./write.ts";

/** The exact side of a release: its sealed tallies, and what came before. */
export interface ExactRelease {
  readonly engine: Engine;
  readonly tables: readonly TallyTable[];
  readonly plan: Plan;
  /** Folder for the moment of loading. */
  readonly work: string;
  readonly threads?: number;
  /** Who searches for the roundings of counts. */
  readonly choose: Choose;
  readonly tallies: readonly TallySql[];
  readonly ingest: IngestReport;
  /** Undefined where the programme keeps none. */
  readonly register: AuditRegister | undefined;
  /** The protected tallies that were made so far, by tier. */
  readonly made: Map<TierName, ProtectedTallies>;
  /** The release before in programme.yaml. */
  readonly before: Release | undefined;
  readonly earlier: ReadonlyMap<TierName, EarlierRelease | undefined>;
}

/** A tier's own tallies, and an engine that holds nothing else. */
export interface Tier {
  readonly policy: TierPolicy;
  readonly engine: Engine;
  readonly edges: Edges;
  /** The tallies that were rounded; undefined for the tier of exact tallies. */
  readonly tallies: ProtectedTallies | undefined;
  /** Those that are exact: all, or those about no person. */
  readonly exact: readonly TallyTable[];
}

/** Protects the tallies for a tier and opens an engine on them; close it with `closeTier`. */
export async function openTier(exact: ExactRelease, policy: TierPolicy): Promise<Tier> {
  const { engine, plan } = exact;
  const partners = await engine.rows<PartnerPlace & { name: string }>(
    "select partner::varchar as partner, name, sector, region from partners order by partner",
  );
  const edges = edgesOf(plan, policy);
  const open = exact.tables.filter(({ kind }) => isExactKind(policy, kind));
  if (policy.protection === null) return { policy, engine, edges, tallies: undefined, exact: open };
  const banded: CountTable[] = [];
  for (const table of exact.tables.filter((one) => !open.includes(one)))
    banded.push(await readBanded(engine, table, edges));
  const places = new Map(partners.map((one) => [one.partner, one]));
  const tallies = (await protectTallies(banded, policy, {
    made: exact.made,
    published: (kind) => ({ ...publishedOf(plan, kind), partners: places }),
    earlier: (tier) => sameBands(exact.earlier.get(tier), edges),
    choose: exact.choose,
  }))!;
  const tables = [
    ...tallies.tables.map(loadableTally),
    ...(await Promise.all(open.map((table) => readExactTally(engine, table)))),
    limitsTable(plan),
    ...(await readFacts(engine, partners)),
  ];
  const own = await openTierEngine(tables, exact.work, { ...threadsOf(exact) });
  return { policy, engine: own, edges, tallies, exact: open };
}

export function closeTier({ tallies, engine }: Tier): void {
  if (tallies !== undefined) engine.close();
}

function threadsOf({ threads }: ExactRelease): { threads?: number } {
  return threads === undefined ? {} : { threads };
}

/** Numbers that were cut at other edges cannot be kept: their cells are others. */
function sameBands(earlier: EarlierRelease | undefined, edges: Edges): EarlierRelease["tallies"] {
  const own = earlier?.certificate?.edges;
  const isSame = (unit: BinUnit): boolean =>
    JSON.stringify(own?.[unit]) === JSON.stringify(edges[unit]);
  return earlier?.tallies?.only(({ bin }) => bin === null || isSame(bin.unit));
}

function edgesOf({ indicators, programme }: Plan, { protection }: TierPolicy): Edges {
  const limits = indicators.flatMap((indicator) => {
    const value = limitOf(programme, indicator);
    const { limit } = indicator.text;
    return value === undefined || limit === undefined ? [] : [{ value, unit: limit.unit }];
  });
  return makeEdges(protection?.bands.value ?? { minutes: [], days: [], percent: 1 }, limits);
}

/** What an indicator's SQL may read beside tallies: who takes part, and who submitted what when. */
async function readFacts(engine: Engine, partners: readonly PartnerPlace[]): Promise<RowTable[]> {
  const text = (names: string[]) => Object.fromEntries(names.map((name) => [name, "varchar"]));
  return [
    {
      name: "partners",
      columns: text(["partner", "name", "sector", "region"]),
      rows: partners,
    },
    {
      name: "programme_period",
      columns: { starts: "date", cut_off: "date" },
      rows: await engine.rows<object>(
        "select starts::varchar as starts, cut_off::varchar as cut_off from programme_period",
      ),
    },
  ];
}

export function publishEdges({ minutes, days, percent }: Edges): Certificate["edges"] {
  return { minutes: [...minutes], days: [...days], percent };
}

/** What shows without a solver that the tier's tallies withstand an attack. */
export function makeCertificate(
  exact: ExactRelease,
  tier: Tier,
  amounts: Certificate["amounts"],
): Certificate {
  const { policy, edges, tallies } = tier;
  const earlier = exact.earlier.get(policy.tier);
  return {
    format: "plumbline-certificate/1",
    release: exact.plan.release.id,
    tier: policy.tier,
    base: policy.protection!.base.value,
    policySha256: digestPolicy(policy),
    edges: publishEdges(edges),
    tallies: tallies!.tables.map((counted) => {
      const { name, kind, labels, shared, bin, count, money } = counted.table;
      const bytes = formatJson(tallyRows(counted).rows);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      return { name, kind, labels: [...labels], shared: [...shared], bin, count, money, sha256 };
    }),
    exact: tier.exact.map(({ name, kind }) => ({ name, kind })),
    amounts,
    earlier:
      earlier?.certificateSha256 === undefined
        ? null
        : { release: earlier.about.release.id, certificateSha256: earlier.certificateSha256 },
  };
}
