import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { noRegister } from "../../src/release/schema/register.ts";
import { factsOf } from "../../src/release/files.ts";
import type * as schema from "../../src/release/schema.ts";
import { auditOf } from "./fixture-audit.ts";
import { definitionOf, sha } from "./fixture-definition.ts";
import { disclosureOf, proofOf } from "./fixture-disclosure.ts";
import { steeringOf } from "./fixture-steering.ts";
import {
  curvesOf,
  figuresOf,
  listCategories,
  monthAt,
  seeded,
  toMultiple,
} from "./fixture-figures.ts";
import {
  fixtureFamilies,
  fixtureIndicators,
  fixtureLabels,
  statisticsOf,
} from "./fixture-programme.ts";

export interface FixtureOptions {
  /** Months in the release, 24 unless told. */
  readonly months?: number;
  readonly partners?: number;
  readonly id?: string;
  readonly published?: string;
  /** The tier it is made for, "public" unless told. */
  readonly tier?: schema.TierName;
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

/**
 * Writes a seeded, invented release that fulfils the schema under `root/<id>/<tier>/` and returns
 * that folder. The same options give the same bytes.
 */
export async function writeFixture(root: string, options: FixtureOptions = {}): Promise<string> {
  const { months = 24, id = "2026-q3", published = "2026-10-30", revisions = 0 } = options;
  const { tier = "public" } = options;
  const base = { public: 10, sponsor: 5, auditor: null }[tier];
  const folder = join(root, id, tier);
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
    const figures = categories
      .flatMap((category) => figuresOf(indicator, category, random, base))
      .map((figure, which): schema.Figure =>
        everything.length + which < revisions && figure.status === "value"
          ? { ...figure, mark: "[r]" }
          : figure,
      );
    const statistic = statisticsOf(indicator)[0]!.name;
    const years = figures.filter(
      (figure) => figure.breakdown === "year" && figure.statistic === statistic,
    );
    const told = (["lower", "no clear change", "higher", "cannot be compared"] as const)[at % 4]!;
    const latest = years.at(-1)!;
    const verdict = latest.value === null || latest.bound !== null ? "cannot be compared" : told;
    headlines.push({
      indicator: indicator.id,
      statistic,
      latest,
      before: years.at(-2) ?? null,
      countedOtherwise: null,
      change: { verdict, difference: null, lower: null, upper: null },
    });
    everything.push(...figures);
    put(`indicators/${indicator.id}/definition.json`, definitionOf(indicator, base !== null));
    put(`indicators/${indicator.id}/figures.json`, figures);
    put(
      `indicators/${indicator.id}/figures.csv`,
      figures.map((figure) => Object.values(figure).join(",")).join("\n"),
    );
    put(`indicators/${indicator.id}/curves.json`, curvesOf(indicator, categories, base));
  }
  const count = (value: number): schema.GuardedCount =>
    base !== null && value < base
      ? { status: "hidden", value: null }
      : { status: "value", value: toMultiple(value, base) };
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
      .filter(({ mark }) => mark === "[r]")
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
        kind: "late data",
        reason: "Later files of 3 partners speak of these months.",
        change: { absolute: value! * 0.02, relative: unit === "share" ? null : 0.02 },
      })),
  );
  put("submissions.json", []);
  put("register.json", noRegister);
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
  if (tier !== "public") {
    for (const [path, content] of steeringOf(everything, fixtureIndicators, partners)) {
      put(path, content);
    }
  }
  if (tier === "auditor") {
    for (const [path, content] of auditOf(everything, partners)) put(path, content);
  }
  put("disclosure.json", disclosureOf(tier, base, everything));
  for (const [path, content] of proofOf(id, tier, base)) put(path, content);
  put("about.json", {
    format: "plumbline-release/1",
    tier,
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
    events: [
      { month: "2026-02", kind: "leadership", title: "A new chair took office" },
      { month: "2026-02", kind: "method", title: "One form for all" },
    ],
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
    tier,
    supersedes: null,
    software: { name: "plumbline", version: "0.1.0" },
    revisionKinds: {},
    indicators: [],
    inputs: [{ path: "pipelines/3-indicators/alert-to-action/indicator.sql", sha256: sha("sql") }],
    files: [...files]
      .map(([path, content]) => factsOf(path, Buffer.from(content)))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  });
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}
