import { createHash } from "node:crypto";
import type * as schema from "../../src/release/schema.ts";
import { statisticsOf, type FixtureIndicator } from "./fixture-programme.ts";

export const sha = (words: string): string => createHash("sha256").update(words).digest("hex");

const kinds: Readonly<Record<string, string>> = {
  "acting-faster": "incidents",
  disruption: "disruptions",
  forecasts: "predictions",
  rights: "complaints",
};

const cases: Readonly<Record<string, [one: string, many: string]>> = {
  "acting-faster": ["alert", "alerts"],
  disruption: ["disruption", "disruptions"],
  forecasts: ["forecast", "forecasts"],
  rights: ["complaint", "complaints"],
};

/** The definition of an invented indicator, with a query, a tally and two examples. */
export function definitionOf(indicator: FixtureIndicator, rounded: boolean): schema.Definition {
  const sql = `-- Counts what ${indicator.title.toLowerCase()} needs, by month and partner.\n-- Leaves out records that were quarantined.\nselect month, partner, count(*) as cases_n\nfrom tally_incidents\ngroup by month, partner\norder by month, partner;\n`;
  const statistics = statisticsOf(indicator);
  return {
    id: indicator.id,
    version: 1,
    family: indicator.family,
    title: indicator.title,
    question: `What does “${indicator.title.toLowerCase()}” say?`,
    counts: "Joint alerts that reached a partner in the period, one for each partner.",
    leavesOut: "Alerts that were withdrawn, and rows that were refused.",
    formula: "Median of the times from alert to first action.",
    measure: indicator.measure,
    measureWords: {
      description: `A ${indicator.measure} is worked out from counts that add up over partners.`,
      interval: "The interval holds the true value in 95 of 100 such releases.",
      noise: "It is widened by the error of the rounding.",
    },
    cases: cases[indicator.family] ?? ["case", "cases"],
    rounded,
    unit: statistics[0]!.unit,
    binUnit: null,
    per: indicator.measure === "rate" ? 1000 : null,
    direction: indicator.direction,
    settlesAfter: 0,
    countedOtherwise: [],
    directionWhy:
      indicator.direction === "none"
        ? "More can mean better access, and less can mean fear."
        : "The programme set it as an aim.",
    limit:
      indicator.measure === "duration"
        ? { value: Math.round(indicator.level * 120), unit: "minutes" }
        : null,
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
    tallies: [{ name: kinds[indicator.family]!, sql, sha256: sha(sql) }],
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
    independent: "select 'count' as statistic, count(*) as value, count(*) as n from incidents",
  };
}
