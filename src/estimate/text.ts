import type { EstimateReport } from "./report.ts";

type Scalar = null | string | number;
type Json = Scalar | readonly Entry[] | Entry;
/** Also an entry of a list: a quantile, a share within a limit. */
type Entry = Readonly<Record<string, Scalar>>;
type Line = readonly string[];

/** A report as a table for a terminal: one line for each figure of each group. */
export function formatReport(report: EstimateReport): string {
  const by = Object.keys(report.groups[0]?.by ?? {});
  const header = [...by, "figure", "value", "lower", "upper"];
  const lines = report.groups.flatMap((group) =>
    listFigures(group.result).map((figure) => [...Object.values(group.by), ...figure]),
  );
  const title = `${report.measure}, intervals at level ${report.level}`;
  return [title, "", ...alignColumns([header, ...lines], by.length + 1), "", legend].join("\n");
}

const legend = "– is undefined, or was not reached. Six digits are shown; --json prints all.";

function listFigures(result: object): readonly Line[] {
  const figures = Object.entries(result as Record<string, Json>);
  const { lower, upper } = result as Entry;
  return figures.flatMap(([name, value], i) => {
    if (lower === undefined) return figureLines(name, value);
    return i === 0 ? [figureLine(name, value as Scalar, lower, upper)] : [];
  });
}

function figureLines(name: string, value: Json): readonly Line[] {
  if (isList(value)) return value.map((entry) => entryLine(name, entry));
  if (value === null || typeof value !== "object") return [figureLine(name, value)];
  if (value["lower"] !== undefined) return [boundedLine(name, value)];
  return Object.entries(value).map(([part, number]) => figureLine(`${name} ${part}`, number));
}

function entryLine(list: string, entry: Entry): Line {
  if (list === "quantiles") return boundedLine(`quantile ${showValue(entry["p"]!)}`, entry);
  return boundedLine(`${list} ${showValue(entry["limit"]!)}`, entry);
}

function boundedLine(name: string, entry: Entry): Line {
  const { value, share, lower, upper } = entry;
  return figureLine(name, value === undefined ? share : value, lower, upper);
}

function figureLine(
  name: string,
  value: Scalar = "",
  lower: Scalar = "",
  upper: Scalar = "",
): Line {
  return [name.replaceAll("_", " "), ...[value, lower, upper].map(showValue)];
}

function showValue(value: Scalar): string {
  if (value === null) return "–";
  if (typeof value === "string") return value;
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}

function isList(value: Json): value is readonly Entry[] {
  return Array.isArray(value);
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
