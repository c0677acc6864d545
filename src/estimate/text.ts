import type { EstimateReport } from "./report.ts";

type Scalar = null | string | number | boolean;
type Pair = readonly [Scalar, Scalar];
type Json = Scalar | Pair | readonly string[] | readonly Entry[] | Entry;
/** Also an entry of a list: a quantile, a stratum, a point of a process. */
type Entry = Readonly<Record<string, Scalar | Pair>>;
type Line = readonly string[];

/** A report as a table for a terminal: one line for each figure of each group. */
export function formatReport(report: EstimateReport): string {
  const by = Object.keys(report.groups[0]?.by ?? {});
  const header = [...by, "figure", "value", "lower", "upper"];
  const lines = report.groups.flatMap((group) =>
    listFigures(group.result).map((figure) => [...Object.values(group.by), ...figure]),
  );
  return [titleOf(report), "", ...alignColumns([header, ...lines], by.length + 1), "", legend].join(
    "\n",
  );
}

function titleOf({ measure, level }: EstimateReport): string {
  if (measure === "spc") return "spc, limits at three sigma";
  return measure === "funnel"
    ? "funnel, limits of 95 %; an outlier is beyond those of 99.8 %"
    : `${measure}, intervals at level ${level}`;
}

const legend = "– is undefined, or was not reached. Six digits are shown; --json prints all.";

function listFigures(result: object): readonly Line[] {
  const { lower, upper, ...rest } = result as Readonly<Record<string, Json>>;
  return Object.entries(rest).flatMap(([name, value], i) =>
    i === 0 && lower !== undefined
      ? [figureLine(inWords(name), value as Scalar, [lower as Scalar, upper as Scalar])]
      : figureLines(inWords(name), value),
  );
}

function figureLines(name: string, value: Json): readonly Line[] {
  if (value === null || typeof value !== "object") return [figureLine(name, value)];
  if (isPair(value)) return [figureLine(name, "", value)];
  if (!isList(value)) {
    if (value["lower"] !== undefined) return [boundedLine(name, value)];
    return Object.entries(value).map(([part, own]) =>
      figureLine(inWords(`${name} ${part}`), own as Scalar),
    );
  }
  return value.map((one) =>
    typeof one === "string" ? figureLine(name, one) : boundedLine(nameEntry(name, one), one),
  );
}

/** What an entry of a list is called: "quantile 0.5", "within 30", "2026-03, special cause …". */
function nameEntry(list: string, entry: Entry): string {
  const { p, limit, stratum, period, group, label, z, outlier } = entry;
  if (p !== undefined) return `quantile ${showValue(p as Scalar)}`;
  if (stratum !== undefined) return `stratum ${showValue(stratum as Scalar)}`.trimEnd();
  if (period !== undefined) {
    const told = label === "common_cause" ? "" : `, ${inWords(String(label))}`;
    return `${showValue(period as Scalar)}${told}`;
  }
  if (group !== undefined) {
    const told = outlier === true ? ", outlier" : "";
    return `${showValue(group as Scalar)}, z ${showValue(z as Scalar)}${told}`;
  }
  return `${list} ${showValue(limit as Scalar)}`;
}

/** A name of the JSON as words: "base_rate" is "base rate". */
function inWords(name: string): string {
  return name.replaceAll("_", " ");
}

function boundedLine(name: string, entry: Entry): Line {
  const { value, share, rr, lower = "", upper = "", limits95 } = entry;
  const limits = limits95 ?? [lower as Scalar, upper as Scalar];
  const number = [value, share, rr].find((one) => one !== undefined);
  return figureLine(name, number === undefined ? "" : (number as Scalar), limits as Pair);
}

function figureLine(name: string, value: Scalar, limits: Pair = ["", ""]): Line {
  return [name, ...[value, ...limits].map(showValue)];
}

function showValue(value: Scalar): string {
  if (value === null) return "–";
  if (typeof value !== "number") return String(value);
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}

function isList(value: Json): value is readonly string[] | readonly Entry[] {
  return Array.isArray(value);
}

function isPair(value: unknown): value is Pair {
  const isNumber = (one: unknown) => one === null || typeof one === "number";
  return Array.isArray(value) && value.length === 2 && value.every(isNumber);
}

/** Pads every column to its widest cell: labels to the left, numbers to the right. */
function alignColumns(lines: readonly Line[], labels: number): readonly string[] {
  const widths = lines[0]!.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  return lines.map((line) =>
    line
      .map((text, i) => (i < labels ? text.padEnd(widths[i]!) : text.padStart(widths[i]!)))
      .join("  ")
      .trimEnd(),
  );
}
