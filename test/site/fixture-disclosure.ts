import type * as schema from "../../src/release/schema.ts";
import { sha } from "./fixture-definition.ts";

const rules = [
  {
    name: "rounding",
    words: "Before anything is worked out, every count is rounded.",
    source: "Handbook on Statistical Disclosure Control",
  },
  { name: "few cases", words: "A figure rests on several cases.", source: "ACRO" },
];

const tables: Readonly<Record<string, readonly string[]>> = {
  incidents: ["alert_acknowledgements", "alert_actions", "alert_debriefs"],
  disruptions: ["disruption_grades", "disruption_restraints"],
  predictions: ["forecasts"],
  complaints: ["complaint_acknowledgements", "complaint_closings"],
};

const breakdowns = ["year", "quarter", "month", "partner", "sector", "region", "threat_type"];

/** What was protected in an invented release, how, and what it cost. */
export function disclosureOf(
  tier: schema.TierName,
  base: number | null,
  figures: readonly schema.Figure[],
): schema.DisclosureReport {
  return {
    tier,
    reader: { public: "anybody", sponsor: "the senior sponsors", auditor: "auditors" }[tier],
    base,
    policySha256: sha(tier),
    rules: base === null ? [] : rules,
    figures: figures.length,
    shown: figures.filter((figure) => figure.status === "value").length,
    hidden: countReasons(figures, "hidden"),
    absent: countReasons(figures, "absent"),
    kinds:
      base === null
        ? []
        : Object.entries(tables).map(([kind, own], at) => ({
            kind,
            method: own.length === 1 ? "small counts" : "linked",
            tables: [...own],
            cases: 2000 + 10 * at,
            held: at === 0 ? 12 : 0,
          })),
    errors:
      base === null
        ? []
        : Object.values(tables)
            .flat()
            .flatMap((table, at) =>
              breakdowns.map((breakdown, which) => ({
                ...{ table, breakdown, margins: 8 * (which + 1) },
                ...{ rms: (at + which) / 2 + 1.5, max: base + at + which },
              })),
            ),
    amounts:
      base === null
        ? []
        : [
            {
              ...{
                indicator: "assets-restrained",
                statistic: "total",
                sums: 61,
                primary: 1,
                secondary: 1,
              },
              ...{ optimal: true, held: 3 },
            },
          ],
    examples: [
      {
        title: "A small count becomes none or the base",
        words: "A count that is large enough stays as it is.",
        tables: [
          {
            name: "Complaints",
            columns: ["outcome", "exact", "sponsor", "public"],
            rows: [
              ["upheld", "3", "5", "[low]"],
              ["not upheld", "27", "27", "27"],
              ["share upheld", "10.0%", "about 15%", "[c]"],
            ],
          },
        ],
      },
    ],
  };
}

function countReasons(figures: readonly schema.Figure[], status: schema.Figure["status"]) {
  const whys = figures.flatMap((one) => (one.status === status && one.why !== null ? one.why : []));
  return [...Map.groupBy(whys, (why) => why)].map(([why, all]) => ({ why, figures: all.length }));
}

/** The files of the tallies of an invented release and its certificate, by path. */
export function proofOf(
  release: string,
  tier: schema.TierName,
  base: number | null,
): [path: string, content: unknown][] {
  const names = Object.entries(tables).flatMap(([kind, own]) =>
    own.map((name) => ({ kind, name })),
  );
  const files = names.flatMap(({ name }): [string, unknown][] => [
    [`tallies/${name}.csv`, "month,partner,cases_n\n2026-09-01,lantern-service,10\n"],
    [`tallies/${name}.json`, [{ month: "2026-09-01", partner: "lantern-service", cases_n: 10 }]],
    [`tallies/${name}.parquet`, "PAR1"],
  ]);
  if (base === null) return files;
  const certificate: schema.Certificate = {
    format: "plumbline-certificate/1",
    ...{ release, tier, base, policySha256: sha(tier) },
    edges: { minutes: [60], days: [1], percent: 5 },
    tallies: names.map(({ kind, name }) => ({
      ...{ name, kind, labels: ["month", "partner"], shared: ["month", "partner"] },
      ...{ bin: null, count: "cases_n", money: null, sha256: sha(name) },
    })),
    exact: [],
    amounts: [],
    earlier: null,
  };
  return [...files, ["certificate.json", certificate]];
}
