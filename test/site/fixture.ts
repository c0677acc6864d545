import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type * as schema from "../../src/release/schema.ts";
import {
  fixtureFamilies,
  fixtureIndicators,
  fixtureLabels,
  statisticsOf,
  type FixtureIndicator,
} from "./fixture-programme.ts";

export interface FixtureOptions {
  /** Months in the release, 24 unless told. */
  readonly months?: number;
  readonly partners?: number;
  readonly id?: string;
  readonly published?: string;
  /** How many figures the release before is said to have been revised in. */
  readonly revisions?: number;
}

const allNames = [
  "Harbour Police",
  "Northwatch Constabulary",
  "Capital Crime Directorate",
  "Lantern Service",
  "Beacon Signals Office",
  "Gatehouse Border Agency",
  "Estuary Customs",
  "Ledger Unit",
  "Southern Compact",
];

/** A seeded source of numbers between 0 and 1. */
function seeded(word: string): () => number {
  let state = createHash("sha256").update(word).digest().readUInt32LE(0);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const sha = (words: string): string => createHash("sha256").update(words).digest("hex");

const monthAt = (index: number): string =>
  `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;

interface Category {
  readonly breakdown: string;
  readonly category: string;
  readonly subcategory: string | null;
  readonly from: string;
  readonly to: string;
  /** Share of the year's cases that fall in it. */
  readonly weight: number;
}

/** Every category of the standard breakdowns, over `months` months that end in September 2026. */
function listCategories(
  indicator: FixtureIndicator,
  months: number,
  partners: string[],
): Category[] {
  const last = 2026 * 12 + 8;
  const first = last - months + 1;
  const year = { from: monthAt(last - 11), to: monthAt(last) };
  const all: Category[] = [];
  const add = (
    breakdown: string,
    category: string,
    from: string,
    to: string,
    weight: number,
    subcategory: string | null = null,
  ): void => {
    all.push({ breakdown, category, subcategory, from, to, weight });
  };
  for (let end = last - 12 * Math.floor(months / 12 - 1); end <= last; end += 12)
    add("year", `${monthAt(end - 11)}_${monthAt(end)}`, monthAt(end - 11), monthAt(end), 1);
  for (let start = first; start <= last; start += 3) {
    const name = `${Math.floor(start / 12)}-Q${Math.floor((start % 12) / 3) + 1}`;
    add("quarter", name, monthAt(start), monthAt(start + 2), 0.25);
    if (indicator.crossed)
      for (const [grade, share] of [
        ["major", 0.1],
        ["moderate", 0.4],
        ["minor", 0.5],
      ] as const)
        add("quarter,grade", name, monthAt(start), monthAt(start + 2), 0.25 * share, grade);
  }
  for (let at = first; at <= last; at += 1)
    add("month", monthAt(at), monthAt(at), monthAt(at), 1 / 12);
  for (const partner of partners) add("partner", partner, year.from, year.to, 1 / partners.length);
  for (const dimension of ["sector", "region", "threat_type"])
    for (const code of Object.keys(fixtureLabels[dimension]!))
      add(dimension, code, year.from, year.to, 1 / Object.keys(fixtureLabels[dimension]!).length);
  return all;
}

/** Figures of one category: hidden where few cases stand behind it, p90 at times not reached. */
function figuresOf(
  indicator: FixtureIndicator,
  category: Category,
  random: () => number,
): schema.Figure[] {
  const { weight, ...keys } = category;
  const counted = indicator.measure === "count";
  const n = Math.round((counted ? indicator.level * 12 : 900) * weight * (0.7 + 0.6 * random()));
  return statisticsOf(indicator).map((statistic, index): schema.Figure => {
    const base = {
      indicator: indicator.id,
      ...keys,
      statistic: statistic.name,
      unit: statistic.unit,
      exact: null,
    };
    const none = { value: null, lower: null, upper: null, n: null };
    if (category.category === "not_stated" || category.category.startsWith("ledger"))
      return { ...base, ...none, status: "absent", why: "not recorded" };
    if (n < 10) return { ...base, ...none, status: "hidden", why: "small number" };
    if (statistic.name === "p90" && random() < 0.1)
      return { ...base, ...none, n, status: "absent", why: "not reached" };
    const level = [indicator.level, indicator.level * 4, 0.8, 0.08][index]!;
    const scale =
      statistic.unit === "count"
        ? n
        : statistic.unit === "money"
          ? level * weight * 12
          : statistic.unit === "share" && index > 0
            ? ([0, 0, 0.3, 0.08][index] ?? 0.3)
            : level;
    const value = counted ? n : Number((scale * (0.85 + 0.3 * random())).toPrecision(6));
    const half = value * (1.6 / Math.sqrt(n));
    const exact = statistic.unit === "money" ? value.toFixed(2) : null;
    const interval =
      statistic.unit === "money"
        ? { lower: null, upper: null }
        : {
            lower: Math.max(0, value - half),
            upper: statistic.unit === "share" ? Math.min(1, value + half) : value + half,
          };
    return { ...base, exact, status: "value", value, ...interval, n, why: null };
  });
}

function curvesOf(indicator: FixtureIndicator, categories: Category[]): schema.Curve[] {
  if (indicator.measure !== "duration" && indicator.measure !== "forecast") return [];
  return categories
    .filter((category) => category.breakdown === "year")
    .slice(-2)
    .map(({ breakdown, category, from, to }) => ({
      indicator: indicator.id,
      breakdown,
      category,
      from,
      to,
      status: "value",
      why: null,
      points: Array.from({ length: indicator.measure === "forecast" ? 9 : 40 }, (_, step) => {
        const x =
          indicator.measure === "forecast" ? 0.1 * (step + 1) : step * indicator.level * 0.15;
        const y =
          indicator.measure === "forecast"
            ? Math.min(1, 0.05 + x * 0.85)
            : Math.exp((-x / indicator.level) * 0.69);
        return {
          x,
          y,
          lower: Math.max(0, y - 0.04),
          upper: Math.min(1, y + 0.04),
          n: Math.round(900 * (indicator.measure === "forecast" ? 0.1 : y)),
        };
      }),
    }));
}

function definitionOf(indicator: FixtureIndicator): schema.Definition {
  const sql = `-- Counts what ${indicator.title.toLowerCase()} needs, by month and partner.\n-- Leaves out records that were quarantined.\nselect month, partner, count(*) as cases_n\nfrom tally_incidents\ngroup by month, partner\norder by month, partner;\n`;
  const statistics = statisticsOf(indicator);
  return {
    id: indicator.id,
    family: indicator.family,
    title: indicator.title,
    question: `What does “${indicator.title.toLowerCase()}” say?`,
    counts: "Joint alerts that reached a partner in the period, one for each partner.",
    leavesOut: "Alerts that were withdrawn, and rows that were refused.",
    measure: indicator.measure,
    measureWords: {
      description: `A ${indicator.measure} is worked out from counts that add up over partners.`,
      interval: "The interval holds the true value in 95 of 100 such releases.",
    },
    unit: statistics[0]!.unit,
    per: indicator.measure === "rate" ? 1000 : null,
    direction: indicator.direction,
    directionWhy:
      indicator.direction === "none"
        ? "More can mean better access, and less can mean fear."
        : "The programme set it as an aim.",
    limit: indicator.measure === "duration" ? indicator.level * 2 : null,
    target:
      indicator.target === undefined
        ? null
        : { value: indicator.target, words: "Agreed by the programme board for 2026" },
    statistics,
    says: { headline: indicator.says, higher: indicator.higher, lower: indicator.lower },
    breakdowns: [
      "year",
      "quarter",
      "month",
      ...(indicator.crossed ? ["quarter,grade"] : []),
      "partner",
      "sector",
      "region",
      "threat_type",
    ],
    source: "Programme handbook, chapter 4.",
    caveats: [
      "Partners do not all start the clock at the same event.",
      "An alert to three partners counts three times.",
    ],
    sql,
    sqlSha256: sha(sql),
    tallies: [{ name: "incidents", sql, sha256: sha(sql) }],
    examples: ["Two alerts, one still open", "Nothing was reported"].map((title, empty) => ({
      title,
      words: "Given these records, this is the result.",
      given: [
        {
          name: "incidents",
          columns: ["incident_id", "alerted_at", "acted_at"],
          rows: empty
            ? []
            : [
                ["A1", "2026-03-03 14:05:00", "2026-03-03 20:20:00"],
                ["A2", "2026-03-04 09:00:00", null],
              ],
        },
      ],
      expected: [
        { name: "result", columns: ["month", "cases_n"], rows: empty ? [] : [["2026-03", "2"]] },
      ],
    })),
  };
}

/**
 * Writes a seeded, invented release that fulfils the schema under `root/<id>/public/` and returns
 * that folder. The same options give the same bytes.
 */
export async function writeFixture(root: string, options: FixtureOptions = {}): Promise<string> {
  const { months = 24, id = "2026-q3", published = "2026-10-30", revisions = 0 } = options;
  const folder = join(root, id, "public");
  const names = Array.from(
    { length: options.partners ?? 9 },
    (_, at) => allNames[at] ?? `Borough ${at + 1}`,
  );
  const partners = names.map((name, at) => ({
    id: name.toLowerCase().replaceAll(" ", "-"),
    name,
    sector: Object.keys(fixtureLabels["sector"]!)[at % 3]!,
    region: at % 4 === 3 ? null : Object.keys(fixtureLabels["region"]!)[at % 3]!,
  }));
  const files = new Map<string, string>();
  const put = (path: string, content: unknown): void => {
    files.set(
      path,
      typeof content === "string" ? content : JSON.stringify(content, null, 1) + "\n",
    );
  };
  const last = 2026 * 12 + 8;
  const headlines: schema.Headline[] = [];
  const everything: schema.Figure[] = [];
  for (const [at, indicator] of fixtureIndicators.entries()) {
    const random = seeded(indicator.id + id);
    const categories = listCategories(
      indicator,
      months,
      partners.map((partner) => partner.id),
    );
    const figures = categories.flatMap((category) => figuresOf(indicator, category, random));
    const statistic = statisticsOf(indicator)[0]!.name;
    const years = figures.filter(
      (figure) => figure.breakdown === "year" && figure.statistic === statistic,
    );
    const verdict = (["lower", "no clear change", "higher", "cannot be compared"] as const)[
      at % 4
    ]!;
    headlines.push({
      indicator: indicator.id,
      statistic,
      latest: years.at(-1)!,
      before: years.at(-2) ?? null,
      change: { verdict, difference: null, lower: null, upper: null },
    });
    everything.push(...figures);
    put(`indicators/${indicator.id}/definition.json`, definitionOf(indicator));
    put(`indicators/${indicator.id}/figures.json`, figures);
    put(
      `indicators/${indicator.id}/figures.csv`,
      figures.map((figure) => Object.values(figure).join(",")).join("\n"),
    );
    put(`indicators/${indicator.id}/curves.json`, curvesOf(indicator, categories));
  }
  const count = (value: number): schema.GuardedCount =>
    value > 0 && value < 10 ? { status: "hidden", value: null } : { status: "value", value };
  const kinds = ["incidents", "disruptions", "predictions", "complaints"];
  put("figures.csv", everything.map((figure) => Object.values(figure).join(",")).join("\n"));
  put("FORMAT.md", "# The files of a release\n");
  put("headlines.json", headlines);
  put(
    "coverage.json",
    kinds.flatMap((kind) =>
      partners.flatMap(({ id: partner }, which) =>
        Array.from({ length: months }, (_, step) => ({
          partner,
          kind,
          month: monthAt(last - months + 1 + step),
          state:
            which === 6 && step > months - 4
              ? "missing"
              : which === 3 && step === 4
                ? "silent"
                : "reported",
        })),
      ),
    ),
  );
  put(
    "quality.json",
    kinds.flatMap((kind, at) =>
      [null, ...partners.map((partner) => partner.id)].map((partner) => ({
        kind,
        partner,
        received: count(partner ? 310 : 2900),
        accepted: count(partner ? 290 : 2800),
        quarantined: count(partner ? at * 4 : 88),
        repeats: count(partner ? 3 : 12),
        reasons: partner
          ? []
          : [
              {
                rule: "acted_at_after_alerted_at",
                sentence: "It was acted on before it was alerted.",
                rows: count(80),
              },
              {
                rule: "unknown_code",
                sentence: "A code is not in the common terminology.",
                rows: count(8),
              },
            ],
        lastReceived: partner ? "2026-10-09" : null,
      })),
    ),
  );
  put(
    "revisions.json",
    everything
      .filter((figure) => figure.status === "value")
      .slice(0, revisions)
      .map(({ indicator, breakdown, category, subcategory, from, to, statistic, unit, value }) => ({
        indicator,
        breakdown,
        category,
        subcategory,
        from,
        to,
        statistic,
        unit,
        was: { status: "value", value: value! * 0.98 },
        now: { status: "value", value },
      })),
  );
  put(
    "codebook.json",
    kinds.map((kind) => ({
      kind,
      title: kind[0]!.toUpperCase() + kind.slice(1),
      record: `One of the ${kind}.`,
      key: `${kind}_id`,
      dated: "alerted_at",
      fields: [
        {
          name: `${kind}_id`,
          description: "A pseudonym made by the partner.",
          type: "text",
          unit: null,
          example: "HB-1",
          required: true,
          codes: [],
        },
        {
          name: "threat_type",
          description: "What kind of threat it concerns.",
          type: "code",
          unit: null,
          example: "fraud",
          required: true,
          codes: Object.entries(fixtureLabels["threat_type"]!).map(([code, label]) => ({
            code,
            label,
          })),
        },
      ],
      rules: [
        {
          name: "acted_at_after_alerted_at",
          sentence: "It was acted on before it was alerted.",
          sql: "acted_at >= alerted_at",
        },
      ],
    })),
  );
  put("disclosure.json", {
    tier: "public",
    rules: [
      {
        name: "small number",
        words: "A count from 1 to 9 is hidden.",
        source: "Handbook on Statistical Disclosure Control",
      },
      {
        name: "limit",
        words:
          "Until full disclosure control is in place a determined reader may work out some hidden counts by subtraction.",
        source: "The programme",
      },
    ],
    figures: everything.length,
    shown: everything.filter((figure) => figure.status === "value").length,
    hidden: [
      {
        why: "small number",
        figures: everything.filter((figure) => figure.why === "small number").length,
      },
    ],
    absent: [
      {
        why: "not reached",
        figures: everything.filter((figure) => figure.why === "not reached").length,
      },
      {
        why: "not recorded",
        figures: everything.filter((figure) => figure.why === "not recorded").length,
      },
    ],
  });
  put("about.json", {
    format: "plumbline-release/1",
    tier: "public",
    release: { id, title: "To the end of September 2026", cutOff: "2026-09-30", published },
    previous:
      revisions > 0
        ? { id: "2026-q2", title: "To the end of June 2026", published: "2026-07-31" }
        : null,
    programme: {
      id: "meridian",
      name: "Meridian Joint Programme",
      about:
        "An invented programme in which nine partners work together against cross-border threats.",
      synthetic: true,
      currency: "EUR",
      contact: "statistics@meridian.example",
    },
    period: { from: monthAt(last - months + 1), to: monthAt(last) },
    partners,
    families: fixtureFamilies,
    indicators: fixtureIndicators.map((indicator) => indicator.id),
    labels: fixtureLabels,
    notMeasured: [
      { id: "debriefs-held", title: "Debriefs held", kinds: ["incidents"], why: "no cases" },
    ],
  });
  put("manifest.json", {
    format: "plumbline-release/1",
    release: id,
    tier: "public",
    supersedes: null,
    inputs: [{ path: "pipelines/3-indicators/alert-to-action/indicator.sql", sha256: sha("sql") }],
    files: [...files]
      .map(([path, content]) => ({ path, bytes: Buffer.byteLength(content), sha256: sha(content) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  });
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}
