import { measures } from "../measures/index.ts";
import type { IndicatorText } from "./define.ts";

/** What of an indicator's text decides how its rows become figures. */
export type EstimatedText = Pick<
  IndicatorText,
  "measure" | "unit" | "binUnit" | "per" | "headline" | "breakdowns"
>;

/** One of the measure's columns, and under which name the SQL gives it. */
export interface InputColumn {
  readonly name: string;
  readonly sql: string;
  /** How rows merge: rows of another label or bin stay apart, the rest is added up. */
  readonly role: "label" | "bin" | "count" | "decimal";
}

/** The measure's columns, and under which name the SQL gives them. */
export function inputColumns({ measure, unit, binUnit }: EstimatedText): InputColumn[] {
  return measures[measure].columns.map(({ name, role }) => ({
    name,
    sql: name === "duration" ? `duration_${binUnit ?? unit}` : name,
    role,
  }));
}

/** The dimensions of an indicator's own, beside month and partner, that its breakdowns name. */
export function ownDimensions(
  { breakdowns }: EstimatedText,
  columns: ReadonlySet<string>,
): string[] {
  const named = breakdowns.flatMap((breakdown) => breakdown.split(","));
  return [...new Set(named)].filter(
    (name) => columns.has(name) && name !== "month" && name !== "partner",
  );
}

/** The column of cases whose partner keeps no such record; an indicator's SQL may leave it out. */
export const notRecordedColumn = "not_recorded_n";
