import type { FigureName } from "./compare-figures.ts";
import type { RecomputeReport } from "./report.ts";

/** A figure by name: "alerts-acted-in-time, partner harbour, 2025-10 to 2026-09: share". */
export function nameFigure(figure: FigureName): string {
  const { indicator, breakdown, category, subcategory, from, to, statistic } = figure;
  const place = [category, subcategory].filter((part) => part !== null).join(", ");
  const months = from === to ? from : `${from} to ${to}`;
  return `${indicator}, ${breakdown} ${place}, ${months}: ${statistic}`;
}

type Reading = RecomputeReport["differing"][number]["published"];

/** A figure's number, or why there is none. */
export function sayReading(reading: Reading): number | string | null {
  if (reading === null) return null;
  if (reading.exact !== null) return reading.exact;
  return reading.value ?? `${reading.status}: ${reading.why ?? "no reason"}`;
}

/** One line on what was found. */
export function summariseReport(report: RecomputeReport): string {
  const { figures, agreed, differing, notRecomputable, faults } = report;
  const number = (value: number): string => value.toLocaleString("en");
  return (
    `${number(agreed)} of ${number(figures)} figures come out as published; ` +
    `${number(differing.length)} differ; ${number(notRecomputable.length)} cannot be recomputed` +
    (faults.length === 0 ? "" : `; ${number(faults.length)} other faults`)
  );
}

/** `recompute.md`: the report as it is read. */
export function describeReport(report: RecomputeReport): string {
  const { programme, release, tier, subject, software, differing, notRecomputable, faults } =
    report;
  return [
    `# Figures of ${release}, recomputed`,
    "",
    `${programme}, release ${release}, tier ${tier}.`,
    "",
    `- Result: **${summariseReport(report)}.**`,
    `- Release: \`${subject.name}\`, SHA-256 \`${subject.sha256}\``,
    `- Software: ${software}`,
    "- Method: each indicator's published SQL was run on the published tallies; figures, intervals,",
    "  what is hidden and what is rounded were worked out from its rows, and compared with the release.",
    "  Numbers agree where they differ by less than a part in a thousand million.",
    "- Not shown by this: that the tallies are true. They are the programme's own.",
    "",
    ...section("Figures that differ", differing.map(describeDifference), [
      "| figure | published | recomputed |",
      "| --- | --- | --- |",
    ]),
    ...section(
      "Other faults",
      faults.map(({ file, sentence }) => `- \`${file}\`: ${sentence}`),
    ),
    ...section("Figures that cannot be recomputed", describeWhy(notRecomputable)),
  ].join("\n");
}

function section(title: string, lines: readonly string[], head: readonly string[] = []): string[] {
  return [`## ${title}`, "", ...(lines.length === 0 ? ["None."] : [...head, ...lines]), ""];
}

function describeDifference(difference: RecomputeReport["differing"][number]): string {
  const { published, recomputed } = difference;
  const cell = (reading: Reading): string =>
    reading === null ? "no such figure" : escapeCell(sayNumbers(reading));
  return `| ${escapeCell(nameFigure(difference))} | ${cell(published)} | ${cell(recomputed)} |`;
}

/** The number with its interval and cases: a difference may lie in any of them. */
function sayNumbers(reading: NonNullable<Reading>): string {
  const { lower, upper, n } = reading;
  const value = String(sayReading(reading));
  const interval =
    lower === null && upper === null ? "" : ` (${String(lower)} to ${String(upper)})`;
  return n === null ? `${value}${interval}` : `${value}${interval}, n ${String(n)}`;
}

function describeWhy(list: RecomputeReport["notRecomputable"]): string[] {
  return [...Map.groupBy(list, ({ why }) => why)].flatMap(([why, own]) => [
    `${own.length} figures: ${why}.`,
    "",
    ...own.map((figure) => `- ${nameFigure(figure)}`),
  ]);
}

function escapeCell(words: string): string {
  return words.replaceAll("|", "\\|");
}
