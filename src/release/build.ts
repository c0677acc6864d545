import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { families } from "../../pipelines/3-indicators/families.ts";
import { sectors } from "../../pipelines/1-records/terms.ts";
import { listPolicies } from "../disclosure/policy.ts";
import { monthOf } from "../indicators/months.ts";
import { compare } from "../measures/compare.ts";
import { publishRegister } from "../register/publish.ts";
import { listLabels, makeCodebook, makeJsonSchema, makeTemplate } from "./codebook.ts";
import type { AmountBook } from "./amounts.ts";
import { proveAmounts } from "./amount-proofs.ts";
import { readCoverage } from "./coverage.ts";
import { limitOf, makeDefinition } from "./definitions.ts";
import { reportDisclosure } from "./disclosure-report.ts";
import type { Measured } from "./measure.ts";
import { summariseQuality } from "./quality.ts";
import { Revised } from "./revisions.ts";
import type { About, Curve, Definition, Family, Figure, Headline } from "./schema.ts";
import { listTallies } from "./tallies.ts";
import { makeCertificate, type ExactRelease, type Tier } from "./tier.ts";
import type { ReleaseContent, Table } from "./write.ts";

/** Everything a tier's release is made from; whatever it says of cases has been through disclosure. */
export interface ReleaseInput extends Measured {
  readonly exact: ExactRelease;
  readonly tier: Tier;
  readonly book: AmountBook;
}

/** Puts a release together, file by file, as FORMAT.md explains it. */
export async function buildRelease(input: ReleaseInput): Promise<ReleaseContent> {
  const { exact, tier, book, measured } = input;
  const { programme, contracts } = exact.plan;
  const previous = exact.earlier.get(tier.policy.tier);
  const json = new Map<string, unknown>();
  const tables = new Map<string, Table>();
  const texts = new Map<string, string>();
  const headlines: Headline[] = [];
  const all: Figure[] = [];
  const revised = new Revised(previous?.figures ?? []);
  for (const { indicator, disclosed } of measured) {
    const definition = makeDefinition(
      indicator,
      exact.tallies,
      limitOf(programme, indicator),
      tier.tallies !== undefined,
    );
    const figures = inOrderOf(definition, disclosed.figures).map((one) => revised.mark(one));
    json.set(`indicators/${indicator.id}/definition.json`, definition);
    json.set(`indicators/${indicator.id}/curves.json`, disclosed.curves satisfies readonly Curve[]);
    tables.set(`indicators/${indicator.id}/figures`, figureTable(figures));
    headlines.push(makeHeadline(definition, figures));
    all.push(...figures);
  }
  json.set("about.json", makeAbout(input));
  json.set("headlines.json", headlines);
  json.set("codebook.json", contracts.map(makeCodebook));
  for (const contract of contracts) {
    json.set(`codebook/${contract.kind}.schema.json`, makeJsonSchema(contract));
    texts.set(`codebook/${contract.kind}.csv`, makeTemplate(contract));
  }
  json.set("quality.json", summariseQuality(exact, tier));
  json.set("policy.json", listPolicies(tier.policy));
  json.set("disclosure.json", await reportDisclosure(tier, book, all));
  json.set("revisions.json", revised.list);
  const edition = { programme, release: exact.plan.release, tier: tier.policy.tier, figures: all };
  json.set("register.json", publishRegister(exact.register, edition));
  tables.set("figures", figureTable(all));
  tables.set("coverage", {
    columns: { partner: "varchar", kind: "varchar", month: "varchar", state: "varchar" },
    rows: await readCoverage(exact, tier.policy),
  });
  for (const table of await listTallies(exact, tier)) tables.set(`tallies/${table.name}`, table);
  if (tier.tallies !== undefined) {
    json.set("certificate.json", makeCertificate(exact, tier, await proveAmounts(book, tier)));
  }
  texts.set("FORMAT.md", await readFile(join(import.meta.dirname, "FORMAT.md"), "utf8"));
  return { json, tables, texts };
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

function makeHeadline(definition: Definition, figures: readonly Figure[]): Headline {
  const { name } = definition.statistics[0]!;
  const years = figures.filter(
    (figure) => figure.breakdown === "year" && figure.statistic === name,
  );
  const latest = years.at(-1)!;
  const before = years.length > 1 ? years[0]! : null;
  const change =
    before === null || latest.bound !== null || before.bound !== null
      ? { verdict: "cannot be compared" as const, difference: null, lower: null, upper: null }
      : compare(latest, before);
  return { indicator: definition.id, statistic: name, latest, before, change };
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
    release: { ...release },
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
      ...listLabels(contracts),
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
