import type { About, Coverage } from "../../release/schema.ts";
import { formatPeriod, indexMonth } from "./dates.ts";
import { nameCode } from "./names.ts";
import { formatCount, joinWords } from "./numbers.ts";

/** Months in which a partner's files hold no record of any kind. */
export interface Silence {
  readonly partner: string;
  /** Runs of such months. */
  readonly runs: readonly { readonly from: string; readonly to: string }[];
  readonly months: number;
  /** Months that its files cover. */
  readonly covered: number;
}

/** Partners whose files hold nothing at all for some months, in the order of the partners. */
export function listSilences(about: About, coverage: readonly Coverage[]): Silence[] {
  return about.partners.flatMap(({ id }) => {
    const sent = coverage.filter(({ partner, state }) => partner === id && state !== "missing");
    const months = Map.groupBy(sent, ({ month }) => month);
    const silent = [...months.keys()]
      .filter((month) => months.get(month)!.every(({ state }) => state === "silent"))
      .sort();
    const found = { partner: id, months: silent.length, covered: months.size };
    return silent.length === 0 ? [] : [{ ...found, runs: findRuns(silent) }];
  });
}

function findRuns(months: readonly string[]): { from: string; to: string }[] {
  const runs: { from: string; to: string }[] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last && indexMonth(month) === indexMonth(last.to) + 1) last.to = month;
    else runs.push({ from: month, to: month });
  }
  return runs;
}

/** "Beacon Signals Office sent files without a single record for April to June 2025." */
export function saySilence({ partner, runs, months, covered }: Silence, about: About): string {
  const name = nameCode(about, "partner", partner);
  const when =
    runs.length > 3
      ? `${formatCount(months, "month")} of ${covered}`
      : joinWords(runs.map(({ from, to }) => formatPeriod(from, to)));
  return `${name} sent files without a single record for ${when}.`;
}
