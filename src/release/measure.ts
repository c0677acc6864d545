import type { TierPolicy } from "../../pipelines/4-disclosure/tiers.ts";
import { noiseOf, type PublishedError } from "../disclosure/noise.ts";
import { policyFor } from "../disclosure/figure-rules.ts";
import { protectIndicator, type DisclosedIndicator } from "../disclosure/protect.ts";
import type { ShownAmounts } from "../disclosure/amounts/shown.ts";
import type { Edges } from "../disclosure/tallies/band.ts";
import { findDecided, type Published } from "../disclosure/tallies/places.ts";
import { quoteText, type Engine } from "../engines/duckdb.ts";
import type { Programme, Release } from "../programme.ts";
import type { Contract } from "../records/contract.ts";
import { discoverIndicators, type Indicator } from "../indicators/discover.ts";
import type { Domains } from "../indicators/dimensions.ts";
import { evaluateIndicator } from "../indicators/evaluate.ts";
import { mergeCells } from "../indicators/merge.ts";
import { monthOf, type MonthSpan } from "../indicators/months.ts";
import type { IndicatorRows } from "../indicators/rows.ts";
import type { RowTable } from "../tallies/tier-engine.ts";
import { listLabels } from "./codebook.ts";
import { measures } from "../measures/index.ts";
import { limitOf } from "./definitions.ts";
import type { Reason } from "./schema.ts";

/** What a release can and cannot say: indicators with their disclosed figures, and the rest. */
export interface Measured {
  readonly measured: readonly {
    readonly indicator: Indicator;
    /** What its SQL gave on the tier's tallies. */
    readonly rows: IndicatorRows;
    readonly disclosed: DisclosedIndicator;
  }[];
  /** "no cases": some record kind was submitted by nobody; "not recorded": no partner keeps it. */
  readonly notMeasured: readonly { readonly indicator: Indicator; readonly why: Reason }[];
}

/** What every tier of a release is measured on: who submitted what, and for which months. */
export interface Plan {
  readonly indicators: readonly Indicator[];
  readonly submitted: readonly Submitted[];
  readonly programme: Programme;
  readonly release: Release;
  readonly contracts: readonly Contract[];
}

/** Reads from the exact tallies' engine what is to be measured, and tells it the agreed limits. */
export async function planMeasures(
  engine: Engine,
  programme: Programme,
  release: Release,
  contracts: readonly Contract[],
): Promise<Plan> {
  const submitted = await engine.rows<Submitted>(`
    select kind, partner::varchar as partner, min(period_from)::varchar as first_day,
      max(period_to)::varchar as last_day
    from submissions group by all order by all`);
  const plan = { indicators: await discoverIndicators(), submitted, programme, release, contracts };
  await engine.run("create table limits(indicator varchar, value integer)");
  for (const { indicator, value } of listLimits(plan)) {
    await engine.run(`insert into limits values (${quoteText(indicator)}, ${value})`);
  }
  return plan;
}

/** How the cells of a record kind are published: by which breakdowns, over which months. */
export function publishedOf(
  { indicators, submitted, programme, release }: Plan,
  kind: string,
): Pick<Published, "breakdowns" | "span" | "decided"> {
  const own = submitted.filter((row) => row.kind === kind);
  const readers = indicators.filter(({ text }) => text.tallies.includes(kind));
  const named = readers.flatMap(({ text }) => text.breakdowns);
  const labels = new Set(named.flatMap((breakdown) => breakdown.split(",")));
  return {
    breakdowns: [...new Set(["year", ...named])],
    span: spanOf(own, programme, release),
    decided: new Set(readers.flatMap(({ sql }) => findDecided(sql, labels))),
  };
}

/** What the figures of a tier are made with, beside its tallies. */
export interface TierInput {
  readonly policy: TierPolicy;
  readonly edges: Edges;
  /** Holds the tier's tallies and no others. */
  readonly engine: Engine;
  /** What protection did to counts, as it is published; none where they are exact. */
  readonly errors: readonly PublishedError[];
  /** The sums of money that the tier may show; undefined: all. */
  amounts(
    indicator: Indicator,
    span: MonthSpan,
    domains: Domains,
  ): Promise<ShownAmounts | undefined>;
}

/** Stages 3 and 4: runs every indicator whose record kinds were submitted, and protects it. */
export async function measureTier(plan: Plan, tier: TierInput): Promise<Measured> {
  const { programme, release, contracts } = plan;
  const codes = listLabels(contracts, plan.indicators);
  const measured: Measured["measured"][number][] = [];
  const notMeasured: Measured["notMeasured"][number][] = [];
  for (const indicator of plan.indicators) {
    const own = plan.submitted.filter((row) => indicator.text.tallies.includes(row.kind));
    const kinds = new Set(own.map((row) => row.kind));
    if (indicator.text.tallies.some((kind) => !kinds.has(kind))) {
      notMeasured.push({ indicator, why: "no cases" });
      continue;
    }
    const span = spanOf(own, programme, release);
    const domains = { ...domainsOf(programme, own), ...codesOf(codes) };
    const policy = policyFor(tier.policy, indicator.text.tallies);
    const money = policy.protection === null;
    const rows = await evaluateIndicator(tier.engine, indicator, { span, domains, money });
    const cells = mergeCells(rows, indicator.text);
    if (cells.every((cell) => cell.rows.length === 0) && cells.some((c) => c.notRecorded > 0)) {
      notMeasured.push({ indicator, why: "not recorded" });
      continue;
    }
    const amounts =
      measures[indicator.text.measure].sums !== undefined && !money
        ? await tier.amounts(indicator, span, domains)
        : undefined;
    const disclosed = protectIndicator(policy, indicator, cells, {
      limit: limitOf(programme, indicator),
      edges: tier.edges,
      noise: (breakdown) =>
        noiseOf(tier.errors, { sql: indicator.sql, measure: indicator.text.measure }, breakdown),
      amounts,
    });
    measured.push({ indicator, rows, disclosed });
  }
  return { measured, notMeasured };
}

/** The agreed limits as an indicator's SQL reads them. */
export function limitsTable(plan: Plan): RowTable {
  const columns = { indicator: "varchar", value: "integer" };
  return { name: "limits", columns, rows: listLimits(plan) };
}

function listLimits({ indicators, programme }: Plan): { indicator: string; value: number }[] {
  return indicators.flatMap((indicator) => {
    const value = limitOf(programme, indicator);
    return value === undefined ? [] : [{ indicator: indicator.id, value }];
  });
}

interface Submitted {
  readonly kind: string;
  readonly partner: string;
  readonly first_day: string;
  readonly last_day: string;
}

/** The months that submissions of every kind concerned speak of, up to the cut-off. */
function spanOf(own: readonly Submitted[], programme: Programme, release: Release): MonthSpan {
  const kinds = [...new Set(own.map((row) => row.kind))];
  const per = (pick: (rows: readonly Submitted[]) => string): string[] =>
    kinds.map((kind) => pick(own.filter((row) => row.kind === kind)));
  const starts = per((rows) => rows.map((row) => row.first_day).sort()[0]!);
  const ends = per((rows) =>
    rows
      .map((row) => row.last_day)
      .sort()
      .at(-1)!,
  );
  return {
    from: [programme.starts, ...starts.map(monthOf)].sort().at(-1)!,
    to: [monthOf(release.cutOff), ...ends.map(monthOf)].sort()[0]!,
  };
}

/** Partners that submit what the indicator counts, and their sectors and regions, in order. */
function domainsOf(programme: Programme, own: readonly Submitted[]): Domains {
  const ids = new Set(own.map((row) => row.partner));
  const partners = programme.partners.filter(({ id }) => ids.has(id));
  return {
    partner: partners.map(({ id }) => id),
    sector: [...new Set(partners.map(({ sector }) => sector))],
    region: Object.keys(programme.regions).filter((region) =>
      partners.some((partner) => partner.region === region),
    ),
  };
}

function codesOf(labels: Readonly<Record<string, Record<string, string>>>): Domains {
  return Object.fromEntries(
    Object.entries(labels).map(([name, codes]) => [name, Object.keys(codes)]),
  );
}
