import type { Release } from "../../release/read.ts";
import type { Quality } from "../../release/schema.ts";
import type { RowTable } from "../../tallies/tier-engine.ts";

/** What the workbench offers beside the files of a release: definitions and quality as tables. */
export function ownTables({
  indicators,
  quality,
}: Pick<Release, "indicators" | "quality">): RowTable[] {
  return [
    {
      name: "definitions",
      columns: textColumns(
        ...["indicator", "title", "question", "family", "measure", "unit", "direction"],
        ...["counts", "leaves_out", "formula", "sql"],
      ),
      rows: indicators.map(({ definition }) => {
        const { id, title, question, family, measure, unit, direction } = definition;
        const { counts, leavesOut, formula, sql } = definition;
        return {
          ...{ indicator: id, title, question, family, measure, unit, direction },
          ...{ counts, leaves_out: leavesOut, formula, sql },
        };
      }),
    },
    {
      name: "quality",
      columns: {
        ...textColumns("kind", "partner"),
        ...{ received_n: "integer", accepted_n: "integer" },
        ...{ quarantined_n: "integer", repeats_n: "integer" },
      },
      rows: quality.filter(ofPartner).map((one) => ({
        ...{ kind: one.kind, partner: one.partner },
        ...{ received_n: one.received.value, accepted_n: one.accepted.value },
        ...{ quarantined_n: one.quarantined.value, repeats_n: one.repeats.value },
      })),
    },
    {
      name: "quality_reasons",
      columns: { ...textColumns("kind", "rule", "sentence"), refused_n: "integer" },
      rows: quality.flatMap(({ kind, reasons }) =>
        reasons.map(({ rule, sentence, rows }) => ({
          kind,
          rule,
          sentence,
          refused_n: rows.value,
        })),
      ),
    },
  ];
}

/** The rows of a kind stand beside those of each partner; a table that adds up leaves them out. */
function ofPartner({ partner }: Quality): boolean {
  return partner !== null;
}

function textColumns(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, "varchar"]));
}

/** A table as CSV: text in quotes, and nothing at all where there is no value. */
export function formatCsv({ columns, rows }: RowTable): string {
  const names = Object.keys(columns);
  const lines = (rows as readonly Record<string, unknown>[]).map((row) =>
    names.map((name) => formatCell(row[name])).join(","),
  );
  return [names.join(","), ...lines, ""].join("\n");
}

function formatCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : JSON.stringify(value);
}
