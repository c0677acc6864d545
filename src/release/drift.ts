import { compareAll, driftRule, type CodeCounts, type Compared } from "../audit/drift.ts";
import { addMonths, type MonthSpan } from "../indicators/months.ts";
import { listOptional, listSubmitted, readMeta, type Contract } from "../records/contract.ts";
import type { RowTable } from "../tallies/tier-engine.ts";
import type { TallyTable } from "../tallies/tally-tables.ts";
import type { About, Drift, DriftCompared } from "./schema.ts";

interface ExactTally {
  readonly table: TallyTable;
  readonly rows: RowTable["rows"];
}

/**
 * Compares for each kind and partner how the latest quarter is made up with the year before it. Only
 * coded fields that every record must have: what becomes known later would shift by itself.
 */
export function measureDrift(
  contracts: readonly Contract[],
  tallies: readonly ExactTally[],
  about: About,
): Drift {
  const { from, to } = about.period;
  const latest = { from: latestOf(from, addMonths(to, 1 - driftRule.latestMonths)), to };
  const start = latestOf(from, addMonths(latest.from, -driftRule.monthsBefore));
  const before = start < latest.from ? { from: start, to: addMonths(latest.from, -1) } : null;
  const counts = listSubmitted(contracts).flatMap((contract) =>
    listFixed(contract).flatMap((label) => {
      const tally = tallies.find(
        ({ table }) => table.kind === contract.kind && table.labels.includes(label),
      );
      return tally === undefined ? [] : countCodes(tally, label, { latest, before }, about);
    }),
  );
  const compared = compareAll(counts);
  const { leastCases, distance, falseAlarm } = driftRule;
  const comparisons = compared.filter(({ p }) => p !== null).length;
  const rule = { leastCases, distance, falseAlarm, comparisons, words: ruleWords };
  return {
    ...{ latest, before, rule },
    compared: compared.map((one) => ({
      ...one,
      codes: [...one.codes],
      words: sayCompared(one, about),
    })),
  };
}

const ruleWords =
  "The shares of the codes of each coded field that every record must have and that does not change " +
  "with the age of a record, in the latest three months and in up to twelve months before, for each partner and kind with 30 cases on both sides. " +
  "Drifted: a tenth of the cases or more would have to have another code for the two to be alike " +
  "(total variation), and Pearson’s chi-squared test leaves less than one chance in a hundred of any " +
  "false alarm in the whole release (Bonferroni). A drift is a question, not a fault: work may have " +
  "changed, or the way in which it is recorded.";

/** Codes of a record that waits for something, as the youngest do by themselves. */
const waiting = /^(unresolved|pending|open|waiting|undecided|not_(yet|decided|due)_?.*)$/;

/** Coded fields that a record cannot leave empty, and that do not change as it grows older. */
function listFixed(contract: Contract): string[] {
  const optional = listOptional(contract);
  return Object.entries(contract.fields)
    .filter(([name]) => !optional.includes(name))
    .filter(([, field]) => {
      const { type, codes = {} } = readMeta(field);
      return type === "code" && !Object.keys(codes).some((code) => waiting.test(code));
    })
    .map(([name]) => name);
}

function latestOf(a: string, b: string): string {
  return a > b ? a : b;
}

function countCodes(
  { table, rows }: ExactTally,
  label: string,
  spans: { readonly latest: MonthSpan; readonly before: MonthSpan | null },
  { partners, labels }: About,
): CodeCounts[] {
  const counts = new Map<string, Map<string, { before: number; latest: number }>>();
  const isIn = (month: string, span: MonthSpan | null): boolean =>
    span !== null && span.from <= month && month <= span.to;
  for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
    const month = String(row["month"]).slice(0, 7);
    const [partner, code] = [String(row["partner"]), String(row[label])];
    const own = counts.get(partner) ?? new Map<string, { before: number; latest: number }>();
    const pair = own.get(code) ?? { before: 0, latest: 0 };
    if (isIn(month, spans.latest)) pair.latest += Number(row[table.count]);
    else if (isIn(month, spans.before)) pair.before += Number(row[table.count]);
    counts.set(partner, own.set(code, pair));
  }
  const order = Object.keys(labels[label] ?? {});
  return partners.flatMap(({ id }) => {
    const own = counts.get(id);
    if (own === undefined) return [];
    const codes = [...own].map(([code, pair]) => ({ code, ...pair }));
    codes.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
    return [{ kind: table.kind, partner: id, label, codes }];
  });
}

/** "Fraud and money laundering was 12% of cases before and is 31% now." */
function sayCompared(one: Compared, { labels }: About): DriftCompared["words"] {
  const { before, latest, distance, codes, drifted } = one;
  if (distance === null) {
    return `Too few cases to say: ${before} before and ${latest} in the latest quarter.`;
  }
  const most = codes.toSorted((a, b) => move(b, one) - move(a, one))[0]!;
  const name = labels[one.label]?.[most.code] ?? most.code.replaceAll("_", " ");
  const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)}%`;
  const moved = `“${name}” was ${percent(most.before, before)} of cases before and is ${percent(most.latest, latest)} now`;
  return drifted ? `Drifted: ${moved}.` : `No drift. The largest move: ${moved}.`;
}

function move(code: CodeCounts["codes"][number], { before, latest }: Compared): number {
  return Math.abs(code.latest / latest - code.before / before);
}
