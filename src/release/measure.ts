import type { TierPolicy } from "../../pipelines/4-disclosure/tiers.ts";
import { protectIndicator, type DisclosedIndicator } from "../disclosure/protect.ts";
import { quoteText, type Engine } from "../engines/duckdb.ts";
import type { Programme, Release } from "../programme.ts";
import type { Contract } from "../records/contract.ts";
import { discoverIndicators, type Indicator } from "../indicators/discover.ts";
import type { Domains } from "../indicators/dimensions.ts";
import { evaluateIndicator } from "../indicators/evaluate.ts";
import { monthOf, type MonthSpan } from "../indicators/months.ts";
import { listLabels } from "./codebook.ts";
import { limitOf } from "./definitions.ts";
import type { Reason } from "./schema.ts";

/** What a release can and cannot say: indicators with their disclosed figures, and the rest. */
export interface Measured {
  readonly measured: readonly {
    readonly indicator: Indicator;
    readonly disclosed: DisclosedIndicator;
  }[];
  /** "no cases": some record kind was submitted by nobody; "not recorded": no partner keeps it. */
  readonly notMeasured: readonly { readonly indicator: Indicator; readonly why: Reason }[];
}

/** Stages 3 and 4: runs every indicator whose record kinds were submitted, and protects it. */
export async function measureProgramme(
  engine: Engine,
  policy: TierPolicy,
  programme: Programme,
  release: Release,
  contracts: readonly Contract[],
): Promise<Measured> {
  const submitted = await engine.rows<Submitted>(`
    select kind, partner::varchar as partner, min(period_from)::varchar as first_day,
      max(period_to)::varchar as last_day
    from submissions group by all order by all`);
  await engine.run("create table limits(indicator varchar, value integer)");
  const codes = listLabels(contracts);
  const measured: { indicator: Indicator; disclosed: DisclosedIndicator }[] = [];
  const notMeasured: { indicator: Indicator; why: Reason }[] = [];
  for (const indicator of await discoverIndicators()) {
    const own = submitted.filter((row) => indicator.text.tallies.includes(row.kind));
    const kinds = new Set(own.map((row) => row.kind));
    if (indicator.text.tallies.some((kind) => !kinds.has(kind))) {
      notMeasured.push({ indicator, why: "no cases" });
      continue;
    }
    const limit = limitOf(programme, indicator);
    if (limit !== undefined) {
      await engine.run(`insert into limits values (${quoteText(indicator.id)}, ${limit})`);
    }
    const span = spanOf(own, programme, release);
    const domains = { ...domainsOf(programme, own), ...codesOf(codes) };
    const cells = await evaluateIndicator(engine, indicator, span, domains);
    if (cells.every((cell) => cell.rows.length === 0) && cells.some((c) => c.notRecorded > 0)) {
      notMeasured.push({ indicator, why: "not recorded" });
      continue;
    }
    measured.push({ indicator, disclosed: protectIndicator(policy, indicator, cells, limit) });
  }
  return { measured, notMeasured };
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
