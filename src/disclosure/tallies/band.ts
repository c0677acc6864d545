import { quoteName, type Engine, type SqlValue } from "../../engines/duckdb.ts";
import type { TallyTable } from "../../tallies/tally-tables.ts";
import type { CountRow, CountTable } from "./count-table.ts";

/** Edges of the bands per unit, ascending; forecasts are counted at the nearest multiple. */
export interface Edges {
  readonly minutes: readonly number[];
  readonly days: readonly number[];
  readonly percent: number;
}

/** The edges of a policy and the agreed limits, which must be edges for a share to be right. */
export function makeEdges(
  bands: Edges,
  limits: readonly { readonly value: number; readonly unit: "minutes" | "days" }[],
): Edges {
  const join = (unit: "minutes" | "days"): number[] => {
    const own = limits.filter((limit) => limit.unit === unit).map(({ value }) => value);
    return [...new Set([...bands[unit], ...own])].sort((a, b) => a - b);
  };
  return { minutes: join("minutes"), days: join("days"), percent: bands.percent };
}

/**
 * The exact counts of a tally with its durations and forecasts in bands: a time that a case took is
 * rounded up to an edge, the age of an open case down, so that neither is flattered.
 */
export async function readBanded(
  engine: Engine,
  table: TallyTable,
  edges: Edges,
): Promise<CountTable> {
  const labels = table.labels.map((name) =>
    name === "month"
      ? `strftime(month, '%Y-%m-%d') as month`
      : `${quoteName(name)}::varchar as ${quoteName(name)}`,
  );
  const columns = await engine.columns(`
    select ${labels.join(", ")}, ${binSql(table, edges)} as plumbline_bin,
      sum(${quoteName(table.count)})::bigint as plumbline_count
    from ${quoteName(table.name)}
    group by all
    having plumbline_count > 0
    order by all`);
  const texts = table.labels.map((name) => shareTexts(columns[name]!));
  const [bins, counts] = [columns["plumbline_bin"]!, columns["plumbline_count"]!];
  const rows = counts.map((count, at): CountRow => {
    const bin = bins[at] ?? null;
    return {
      labels: texts.map((column) => column[at]!),
      bin: bin === null ? null : Number(bin),
      count: Number(count),
    };
  });
  return { table, rows };
}

/** A column of labels in which equal texts are one and the same, which takes a tenth of the memory. */
function shareTexts(column: readonly SqlValue[]): string[] {
  const known = new Map<string, string>();
  return column.map((value) => {
    const text = String(value);
    const found = known.get(text);
    if (found === undefined) known.set(text, text);
    return found ?? text;
  });
}

function binSql({ bin, labels }: TallyTable, edges: Edges): string {
  if (bin === null) return "null::integer";
  const value = quoteName(bin.column);
  if (bin.unit === "percent") {
    return `((${value} + ${Math.floor(edges.percent / 2)}) // ${edges.percent} * ${edges.percent})::integer`;
  }
  const own = edges[bin.unit];
  const up = `case ${own.map((edge) => `when ${value} <= ${edge} then ${edge}`).join(" ")} else ${own.at(-1)} end`;
  if (!labels.includes("status")) return `(${up})::integer`;
  const down = `case ${own
    .toReversed()
    .map((edge) => `when ${value} >= ${edge} then ${edge}`)
    .join(" ")} else 0 end`;
  return `(case status when 'open' then ${down} when 'closed' then ${up} else 0 end)::integer`;
}
