import { tiers, type TierPolicy } from "../../pipelines/4-disclosure/tiers.ts";
import { parseTable, type ExampleTable } from "../indicators/examples.ts";
import { measures } from "../measures/index.ts";
import type { TierName } from "../release/schema.ts";
import type { Statistic, TallyRow } from "../measures/measure.ts";
import { isSensitive } from "./amounts/protect-amounts.ts";
import { findReason, markOf } from "./figure-rules.ts";
import { roundStatistic } from "./precision.ts";
import type { CountRow, CountTable } from "./tallies/count-table.ts";
import type { Published } from "./tallies/places.ts";
import { protectTallies, type ProtectedTallies } from "./tallies/protect-tallies.ts";

/** A worked example of the policy: a raw table, and beside it what each tier shows. */
export interface DisclosureExample {
  readonly title: string;
  readonly words: string;
  readonly tables: readonly ExampleTable[];
}

const tableLine = /^(Counts|Shares|Comparisons|Times|Sums of money):$/;

/**
 * Reads `pipelines/4-disclosure/examples.md`.
 * @throws SyntaxError with the title of an example whose table is not understood
 */
export function parseDisclosureExamples(markdown: string): DisclosureExample[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = "", ...lines] = section.split("\n");
      const tables = lines.flatMap((line, at) => {
        const name = tableLine.exec(line)?.[1];
        return name === undefined ? [] : [parseTable(name, lines, at + 1, title)];
      });
      if (tables.length === 0) throw new SyntaxError(`the example "${title}" has no table`);
      const words = lines.filter((line) => !line.startsWith("|") && !tableLine.test(line));
      return { title, words: words.join("\n").trim(), tables };
    });
}

/**
 * Works the table of an example through the protection itself.
 * @returns for each row what each tier shows, in the words of the table
 */
export async function workDisclosureTable(table: ExampleTable): Promise<Record<string, string>[]> {
  const rows = table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, at) => [column, row[at] ?? ""])),
  );
  switch (table.name) {
    case "Counts":
      return workCounts(rows);
    case "Shares":
      return rows.map((row) => perTier((policy) => workShare(policy, row)));
    case "Comparisons":
      return rows.map((row) => perTier((policy) => workRatio(policy, row)));
    case "Times":
      return rows.map((row) => perTier((policy) => workTimes(policy, row)));
    default:
      return rows.map((row) => perTier((policy) => workSum(policy, row)));
  }
}

type Row = Readonly<Record<string, string>>;

function perTier(work: (policy: TierPolicy) => string): Record<string, string> {
  return { sponsor: work(tiers.sponsor), public: work(tiers.public) };
}

/** Rows of a kind's only tally, by partner and outcome; totals of a partner are rows with "all". */
async function workCounts(rows: readonly Row[]): Promise<Record<string, string>[]> {
  const cells = rows.filter((row) => row["outcome"] !== "all");
  const exact: CountTable = {
    table: {
      ...{ kind: "example", name: "example", count: "cases_n", bin: null, money: null },
      labels: ["month", "partner", "outcome"],
      shared: ["month", "partner", "outcome"],
    },
    rows: cells.map((row) => ({
      labels: ["2026-01-01", row["partner"]!, row["outcome"]!],
      bin: null,
      count: Number(row["exact"]),
    })),
  };
  const published: Published = {
    breakdowns: ["year", "partner"],
    span: { from: "2026-01", to: "2026-01" },
    partners: new Map(
      cells.map((row) => [row["partner"]!, { partner: row["partner"]!, sector: "", region: "" }]),
    ),
  };
  const made = new Map<TierName, ProtectedTallies>();
  const context = { made, published: () => published, earlier: () => undefined };
  await protectTallies([exact], tiers.public, context);
  const [sponsor, everybody] = [tiers.sponsor, tiers.public].map(
    ({ tier }) => made.get(tier)!.tables[0]!.rows,
  );
  const read = (all: readonly CountRow[], row: Row): string =>
    String(
      all
        .filter(({ labels }) => labels[1] === row["partner"])
        .filter(({ labels }) => row["outcome"] === "all" || labels[2] === row["outcome"])
        .reduce((sum, { count }) => sum + count, 0),
    );
  return rows.map((row) => ({ sponsor: read(sponsor!, row), public: read(everybody!, row) }));
}

function workShare(policy: TierPolicy, row: Row): string {
  const rows: TallyRow[] = [
    { numerator_n: Number(row["with it"]), denominator_n: Number(row["of"]) },
  ];
  return sayShown(policy, measures.proportion.estimate(rows, {})[0]!);
}

/** How many times as often a group has it as the others. */
function workRatio(policy: TierPolicy, row: Row): string {
  const table = {
    ...{ stratum: "all", events_n: Number(row["with it"]), trials_n: Number(row["of"]) },
    reference_events_n: Number(row["others with it"]),
    reference_trials_n: Number(row["of others"]),
  };
  return sayShown(policy, measures.ratio.estimate([table], {})[0]!);
}

/** What a tier shows of a share or a ratio. */
function sayShown({ protection }: TierPolicy, statistic: Statistic): string {
  const why = findReason(protection, statistic, 0);
  if (why !== undefined) return markOf(why, statistic);
  const { value, bound, about, decimals } = roundStatistic(protection, statistic, 1);
  const [factor, unit] = statistic.unit === "share" ? [100, "%"] : [1, ""];
  const text = `${(value! * factor).toFixed(decimals)}${unit}`;
  return `${bound === null ? (about ? "about " : "") : `${bound} `}${text}`;
}

/** Cases that all took different times, of which so many are closed. */
function workTimes({ protection }: TierPolicy, row: Row): string {
  const closed = Number(row["cases"]);
  const rows: TallyRow[] = Array.from({ length: closed }, (_, at) => ({
    ...{ status: "closed", duration: at + 1, cases_n: 1 },
  }));
  const quantile = row["statistic"] === "median" ? 0.5 : 0.9;
  const [statistic] = measures.duration.estimate(rows, { quantiles: [quantile] });
  const why = findReason(protection, statistic!, 0);
  return why === undefined ? "shown" : markOf(why, statistic!);
}

/** A sum of money by what each partner adds to it. */
function workSum({ protection }: TierPolicy, row: Row): string {
  const parts = row["parts of the partners"]!.split(" + ").map(Number);
  const base = {
    dimensions: ["month", "partner"],
    rows: parts.map((cents, at) => ({
      codes: ["2026-01", String(at)],
      cases: at === 0 ? Number(row["cases"]) : 0,
      cents,
    })),
  };
  const members = base.rows.map((_, at) => at);
  return isSensitive(base, members, protection!.amounts.value) ? "[c]" : "shown";
}
