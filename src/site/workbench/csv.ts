import type { QueryResult } from "./messages.ts";

/** A result as CSV (RFC 4180): every row that was kept, and nothing where there is no value. */
export function writeCsv({ columns, rows }: QueryResult): string {
  const lines = [columns.map(({ name }) => quote(name)).join(",")];
  for (let row = 0; row < rows; row += 1) {
    const cells = columns.map(({ values, isNumber }) => {
      const value = values[row] ?? null;
      return value === null ? "" : isNumber ? value : quote(value);
    });
    lines.push(cells.join(","));
  }
  return `${lines.join("\r\n")}\r\n`;
}

/** Quoted where it must be; empty text is quoted, so that it is not taken for no value. */
function quote(text: string): string {
  return /[",\r\n]|^$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
