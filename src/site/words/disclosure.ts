import type { DisclosureReport } from "../../release/schema.ts";
import { nameBreakdown, plain } from "./names.ts";
import { formatCount, formatPlain, joinWords } from "./numbers.ts";
import { explainMark, explainMissing, marks, type Missing } from "./status.ts";
import { capital } from "./values.ts";

type Kind = DisclosureReport["kinds"][number];
type TallyError = DisclosureReport["errors"][number];
type Sums = DisclosureReport["amounts"][number];

/** How the counts of a kind of record were protected. */
export function sayMethod({ method, tables }: Kind, base: number): string {
  if (method === "exact") return "exact: its records are about no person";
  if (method === "linked")
    return `its ${formatPlain(tables.length, 0)} tables are rounded together, every count to a multiple of ${base}`;
  return `its one table: counts below ${base} become 0 or ${base}, larger ones stay as they are`;
}

/** What the rounding cost a tally over all its breakdowns: the summary of its table. */
export function sayCost(table: string, errors: readonly TallyError[]): string {
  const rms = Math.max(...errors.map((error) => error.rms));
  const max = Math.max(...errors.map((error) => error.max));
  return `${capital(plain(table))}: typically off by up to ${formatPlain(rms, 0)} cases, at most by ${formatPlain(max, 0)}`;
}

/** A breakdown of a tally with its error: name, published counts, typical and largest error. */
export function tabulateCost({ breakdown, margins, rms, max }: TallyError): string[] {
  return [
    nameBreakdown(breakdown),
    formatPlain(margins, 0),
    formatPlain(rms, 0),
    formatPlain(max, 0),
  ];
}

/** What became of an indicator's sums, as a row: all, shown, hidden, hidden for others, held. */
export function tabulateSums({ sums, primary, secondary, held, optimal }: Sums): string[] {
  const counts = [sums, sums - primary - secondary, primary, secondary, held];
  return [...counts.map((count) => formatPlain(count, 0)), optimal ? "proven" : "not proven"];
}

/** Figures that are shown, hidden and absent, by reason. */
export function tabulateReasons({ shown, hidden, absent, base }: DisclosureReport): string[][] {
  const say = (status: "hidden" | "absent") => (one: DisclosureReport["hidden"][number]) => [
    explainMissing({ status, why: one.why }, base).says,
    formatPlain(one.figures, 0),
  ];
  const rows = [...hidden.map(say("hidden")), ...absent.map(say("absent"))];
  return [["shown", formatPlain(shown, 0)], ...rows];
}

/** How many counts keep what an earlier release said; empty where none does. */
export function sayHeld(kinds: readonly Kind[]): string {
  const held = kinds.filter((kind) => kind.held > 0);
  if (held.length === 0) return "No count is held back from an earlier release.";
  const all = held.reduce((sum, kind) => sum + kind.held, 0);
  return `${formatCount(all, "count")} (${joinWords(held.map(({ kind }) => plain(kind)))}) still say what an earlier release said, although the records have moved: a small change would tell of few cases. They follow once the change is large enough.`;
}

/** A cell of a worked example; a mark in it is read out as what it means. */
export function readExample(cell: string | null, base: number | null): string | null | Missing {
  const mark = marks.find((one) => one === cell);
  return mark === undefined ? cell : explainMark(mark, base);
}

/** Whether every row holds a number, a share or a mark in a column, so that it is set to the end. */
export function isNumeric(rows: readonly (readonly (string | null)[])[], column: number): boolean {
  const number = /^(((about|at most|at least) )?−?[\d,]+(\.\d+)?%?|\[[a-z]+\])$/;
  return rows.length > 0 && rows.every((row) => number.test(row[column] ?? ""));
}
