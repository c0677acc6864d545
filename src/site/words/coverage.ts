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

/** Gaps of several partners that lack the same kinds for the same months. */
export interface SharedGap extends Omit<Gap, "partner"> {
  readonly partners: readonly string[];
}

/** Gaps with partners that share one together, the most partners first. */
export function shareGaps(gaps: readonly Gap[]): SharedGap[] {
  const shared = Map.groupBy(gaps, ({ kinds, from, to }) => [...kinds, from, to].join(" "));
  return [...shared.values()]
    .map((own) => ({ ...own[0]!, partners: own.map(({ partner }) => partner) }))
    .sort((a, b) => b.partners.length - a.partners.length);
}

/** "Estuary Customs sent no records of incidents or complaints for July to September 2026." */
export function sayGap(gap: SharedGap, about: About, codebook: readonly CodebookKind[]): string {
  const all = codebook.length > 1 && gap.kinds.length === codebook.length;
  const kinds = gap.kinds.map((kind) => nameKind(kind, codebook).toLowerCase());
  const what = all ? "nothing of any kind" : `no records of ${joinWords(kinds, "or")}`;
  const names = gap.partners.map((partner) => nameCode(about, "partner", partner));
  const sent = `sent ${what} for ${formatPeriod(gap.from, gap.to)}`;
  return names.length < 4
    ? `${joinWords(names)} ${sent}.`
    : `${names.length} partners ${sent}: ${joinWords(names)}.`;
}

/**
 * How many months each partner has reported of each kind: a row for each kind, with a cell for each
 * partner in their order; null where the partner neither submits the kind nor agreed to.
 */
export function tabulateReported(
  { partners }: Pick<About, "partners">,
  coverage: readonly Coverage[],
  codebook: readonly CodebookKind[],
): (string | null)[][] {
  const pairs = Map.groupBy(coverage, ({ kind, partner }) => `${kind}|${partner}`);
  const kinds = codebook.filter(({ kind }) => coverage.some((one) => one.kind === kind));
  return kinds.map(({ kind, title }) => [
    title,
    ...partners.map(({ id }) => {
      const own = pairs.get(`${kind}|${id}`);
      if (own === undefined) return null;
      return String(own.filter(({ state }) => state !== "missing").length);
    }),
  ]);
}

/** The title of a record kind. */
export function nameKind(kind: string, codebook: readonly CodebookKind[]): string {
  return codebook.find((entry) => entry.kind === kind)?.title ?? kind;
}
