import type { About, CodebookKind, Coverage } from "../../release/schema.ts";
import { formatPeriod, indexMonth } from "./dates.ts";
import { nameCode } from "./names.ts";
import { joinWords } from "./numbers.ts";

/** One partner that did not report a kind of record, and for which months. */
export interface Gap {
  readonly partner: string;
  readonly kinds: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** Who did not report between two months, both included: runs of months, kinds together. */
export function listGaps(coverage: readonly Coverage[], from: string, to: string): Gap[] {
  const missing = coverage.filter(
    ({ state, month }) => state === "missing" && month >= from && month <= to,
  );
  const gaps = new Map<string, { partner: string; kinds: string[]; from: string; to: string }>();
  for (const run of findRuns(missing)) {
    const key = [run.partner, run.from, run.to].join(" ");
    const gap = gaps.get(key) ?? { partner: run.partner, kinds: [], from: run.from, to: run.to };
    gap.kinds.push(run.kind);
    gaps.set(key, gap);
  }
  return [...gaps.values()].sort(
    (a, b) => a.partner.localeCompare(b.partner, "en") || a.from.localeCompare(b.from, "en"),
  );
}

interface Run {
  readonly partner: string;
  readonly kind: string;
  readonly from: string;
  to: string;
}

function findRuns(missing: readonly Coverage[]): Run[] {
  const runs: Run[] = [];
  const sorted = [...missing].sort(
    (a, b) =>
      a.kind.localeCompare(b.kind, "en") ||
      a.partner.localeCompare(b.partner, "en") ||
      a.month.localeCompare(b.month, "en"),
  );
  for (const { partner, kind, month } of sorted) {
    const last = runs.at(-1);
    const follows =
      last?.partner === partner &&
      last.kind === kind &&
      indexMonth(month) === indexMonth(last.to) + 1;
    if (follows) last.to = month;
    else runs.push({ partner, kind, from: month, to: month });
  }
  return runs;
}

/** "Estuary Customs: incidents and complaints, July to September 2026." */
export function sayGap(gap: Gap, about: About, codebook: readonly CodebookKind[]): string {
  const all = codebook.length > 1 && gap.kinds.length === codebook.length;
  const kinds = gap.kinds.map((kind) => nameKind(kind, codebook).toLowerCase());
  const what = all ? "nothing of any kind" : `no ${joinWords(kinds)}`;
  return `${nameCode(about, "partner", gap.partner)} sent ${what} for ${formatPeriod(gap.from, gap.to)}.`;
}

/** The title of a record kind. */
export function nameKind(kind: string, codebook: readonly CodebookKind[]): string {
  return codebook.find((entry) => entry.kind === kind)?.title ?? kind;
}
