import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { families } from "../../pipelines/3-indicators/families.ts";
import { sectors } from "../../pipelines/1-records/terms.ts";
import { policyFor } from "../disclosure/figure-rules.ts";
import { digestPolicy, listPolicies } from "../disclosure/policy.ts";
import { monthOf } from "../indicators/months.ts";
import type { ProgrammeEvent } from "../programme.ts";
import { listSubmitted } from "../records/contract.ts";
import { publishRegister } from "../register/publish.ts";
import { listLabels, makeCodebook, makeJsonSchema, makeTemplate } from "./codebook.ts";
import type { AmountBook } from "./amounts.ts";
import { proveAmounts } from "./amount-proofs.ts";
import { readCoverage } from "./coverage.ts";
import { limitOf, makeDefinition } from "./definitions.ts";
import { reportDisclosure } from "./disclosure-report.ts";
import type { Measured, Plan } from "./measure.ts";
import { makeHeadline } from "./headline.ts";
import type { ManifestInput, Origin } from "./manifest.ts";
import { summariseQuality } from "./quality.ts";
import { RevisionCauses, type Standing } from "./revision-causes.ts";
import { Revised } from "./revisions.ts";
import type { About, Curve, Definition, Family, Figure, Headline } from "./schema.ts";
import { formatRows } from "./rows-schema.ts";
import { listAudit } from "./audit.ts";
import { listSteering } from "./steering.ts";
import { listSubmissions } from "./submissions.ts";
import { listTallies } from "./list-tallies.ts";
import { makeCertificate, publishEdges, type ExactRelease, type Tier } from "./tier.ts";
import type { ReleaseContent, Table } from "./write.ts";

/** Everything a tier's release is made from; whatever it says of cases has been through disclosure. */
export interface ReleaseInput extends Measured {
  readonly exact: ExactRelease;
  readonly tier: Tier;
  readonly book: AmountBook;
  readonly origin: Origin;
}

export interface BuiltRelease {
  readonly content: ReleaseContent;
  readonly manifest: ManifestInput;
}

/** Puts a release together, file by file, as FORMAT.md explains it. */
export async function buildRelease(input: ReleaseInput): Promise<BuiltRelease> {
  const { exact, tier, book, measured } = input;
  const { programme, contracts } = exact.plan;
  const previous = exact.earlier.get(tier.policy.tier);
  const json = new Map<string, unknown>();
  const tables = new Map<string, Table>();
  const texts = new Map<string, string>();
  const headlines: Headline[] = [];
  const all: Figure[] = [];
  const about = makeAbout(input);
  const submissions = listSubmissions(exact.ingest.files, tier.tallies === undefined);
  const casesOf = new Map(
    contracts.flatMap(({ kind, cases }) => (cases === undefined ? [] : [[kind, cases] as const])),
  );
  const definitions = measured.map(({ indicator }) =>
    makeDefinition(indicator, exact.tallies, limitOf(programme, indicator), {
      rounded: policyFor(tier.policy, indicator.text.tallies).protection !== null,
      casesOf,
      events: listEvents(exact.plan),
    }),
  );
  const revised = new Revised(
    previous?.figures ?? [],
    findCauses(input, { about, submissions, definitions }),
  );
  for (const [at, { indicator, rows, disclosed }] of measured.entries()) {
    const definition = definitions[at]!;
    const figures = inOrderOf(definition, disclosed.figures).map((one) => revised.mark(one));
    json.set(`indicators/${indicator.id}/definition.json`, definition);
    json.set(`indicators/${indicator.id}/curves.json`, disclosed.curves satisfies readonly Curve[]);
    texts.set(`indicators/${indicator.id}/rows.json`, formatRows(indicator.id, rows));
    tables.set(`indicators/${indicator.id}/figures`, figureTable(figures));
    headlines.push(makeHeadline(definition, figures));
    all.push(...figures);
  }
  json.set("about.json", about);
  json.set("headlines.json", headlines);
  json.set("codebook.json", contracts.map(makeCodebook));
  for (const contract of listSubmitted(contracts)) {
    json.set(`codebook/${contract.kind}.schema.json`, makeJsonSchema(contract));
    texts.set(`codebook/${contract.kind}.csv`, makeTemplate(contract));
  }
  json.set("quality.json", summariseQuality(exact, tier));
  json.set("policy.json", listPolicies(tier.policy));
  json.set("disclosure.json", await reportDisclosure(tier, book, all));
  json.set("revisions.json", revised.list);
  json.set("submissions.json", submissions);
  const edition = { programme, release: exact.plan.release, tier: tier.policy.tier, figures: all };
  const register = publishRegister(exact.register, edition);
  json.set("register.json", register);
  tables.set("figures", figureTable(all));
  const coverage = await readCoverage(exact, tier.policy);
  tables.set("coverage", {
    columns: { partner: "varchar", kind: "varchar", month: "varchar", state: "varchar" },
    rows: coverage,
  });
  const indicators = measured.map(({ rows, disclosed: { figures } }, at) => ({
    ...{ definition: definitions[at]!, rows, figures },
  }));
  for (const [path, content] of await listAudit(exact, tier, about, indicators)) {
    json.set(path, content);
  }
  const steering = listSteering(tier.policy, { about, coverage, register, indicators });
  for (const [path, judged] of steering) json.set(path, judged);
  for (const table of await listTallies(exact, tier)) tables.set(`tallies/${table.name}`, table);
  if (tier.tallies !== undefined) {
    json.set("certificate.json", makeCertificate(exact, tier, await proveAmounts(book, tier)));
  }
  texts.set("FORMAT.md", await readFile(join(import.meta.dirname, "FORMAT.md"), "utf8"));
  const { policy } = tier;
  return {
    content: { json, tables, texts },
    manifest: {
      ...{ release: exact.plan.release.id, tier: policy.tier, origin: input.origin },
      ...{ supersedes: exact.before?.id ?? null, definitions, revised },
    },
  };
}

/** What can explain a revised figure; undefined where there is no release before. */
function findCauses(
  { exact, tier, origin }: ReleaseInput,
  now: Pick<Standing, "about" | "submissions"> & { readonly definitions: readonly Definition[] },
): RevisionCauses | undefined {
  const before = exact.earlier.get(tier.policy.tier);
  if (before === undefined) return undefined;
  const rounded = tier.tallies !== undefined;
  return new RevisionCauses({
    before: { ...before, ...before.manifest, edges: before.certificate?.edges },
    now: {
      ...{ ...now, ...origin, policySha256: digestPolicy(tier.policy) },
      definitions: new Map(now.definitions.map((one) => [one.id, one])),
      edges: rounded ? publishEdges(tier.edges) : undefined,
    },
    declared: exact.plan.release.revisions,
  });
}

function figureTable(rows: readonly Figure[]): Table {
  return { columns: figureColumns, rows, marked: ["value", "lower", "upper", "n"] };
}

const figureColumns = {
  indicator: "varchar",
  breakdown: "varchar",
  category: "varchar",
  subcategory: "varchar",
  from: "varchar",
  to: "varchar",
  statistic: "varchar",
  unit: "varchar",
  status: "varchar",
  value: "double",
  exact: "varchar",
  lower: "double",
  upper: "double",
  n: "integer",
  why: "varchar",
  bound: "varchar",
  about: "boolean",
  decimals: "integer",
  mark: "varchar",
  conf_status: "varchar",
};

/** Figures in the order of the definition's statistics within each place. */
function inOrderOf(definition: Definition, figures: readonly Figure[]): Figure[] {
  const rank = new Map(definition.statistics.map((statistic, at) => [statistic.name, at]));
  const places = [...new Set(figures.map(placeOf))];
  const position = new Map(places.map((place, at) => [place, at]));
  return [...figures].sort(
    (a, b) =>
      position.get(placeOf(a))! - position.get(placeOf(b))! ||
      rank.get(a.statistic)! - rank.get(b.statistic)!,
  );
}

function placeOf(figure: Figure): string {
  return `${figure.breakdown}|${figure.category}|${figure.subcategory ?? ""}`;
}

/** What the programme says happened, up to the cut-off. */
function listEvents({ programme, release }: Plan): readonly ProgrammeEvent[] {
  return programme.events.filter(({ month }) => month <= monthOf(release.cutOff));
}

function makeAbout(input: ReleaseInput): About {
  const { measured, notMeasured, tier, exact } = input;
  const { programme, release, contracts } = exact.plan;
  const { policy } = tier;
  const previous = exact.earlier.get(policy.tier);
  const ids = measured.map(({ indicator }) => indicator.id);
  const leaders = notMeasured.map(({ indicator }) => indicator.id);
  return {
    format: "plumbline-release/1",
    tier: policy.tier,
    release: {
      ...{ id: release.id, title: release.title },
      ...{ cutOff: release.cutOff, published: release.published },
    },
    previous: previous === undefined ? null : previousOf(previous.about),
    programme: {
      id: programme.id,
      name: programme.name,
      about: programme.about,
      synthetic: programme.synthetic,
      currency: programme.currency,
      contact: programme.contact ?? null,
    },
    period: { from: programme.starts, to: monthOf(release.cutOff) },
    partners: programme.partners.map(({ id, name, sector, region }) => ({
      id,
      name,
      sector,
      region,
    })),
    events: listEvents(input.exact.plan).map(({ month, kind, title }) => ({ month, kind, title })),
    // A question that cannot be answered stays, led by the indicator that is not measured.
    families: families
      .map((family) => ({ ...family, leads: leaderOf(family, input) }))
      .filter(({ leads }) => ids.includes(leads) || leaders.includes(leads)),
    indicators: ids,
    notMeasured: notMeasured.map(({ indicator, why }) => ({
      id: indicator.id,
      title: indicator.text.title,
      kinds: [...indicator.text.tallies],
      why,
    })),
    labels: {
      ...listLabels(contracts, exact.plan.indicators),
      partner: Object.fromEntries(programme.partners.map(({ id, name }) => [id, name])),
      region: { ...programme.regions },
      sector: { ...sectors },
    },
  };
}

/** The indicator that answers a family's question, or the first of the family that is measured. */
function leaderOf(family: Family, { measured }: ReleaseInput): string {
  const own = measured.filter(({ indicator }) => indicator.text.family === family.id);
  const leader = own.find(({ indicator }) => indicator.id === family.leads) ?? own[0];
  return leader?.indicator.id ?? family.leads;
}

function previousOf(about: About): About["previous"] {
  const { id, title, published } = about.release;
  return { id, title, published };
}
