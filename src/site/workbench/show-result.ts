import { drawChart } from "./chart.ts";
import { writeCsv } from "./csv.ts";
import { make } from "./make.ts";
import { rowLimit, valueLimit, type QueryResult } from "./messages.ts";

/** How many rows and cells a table shows at most; the CSV file holds all that were kept. */
const most = { rows: 500, cells: 20_000 };

/** How much of a value a cell shows: a browser stands still over text of millions of characters. */
const shownCharacters = 2000;

/** A result as chart, where it has labels and numbers, as table and as a file. */
export function showResult(result: QueryResult, sql: string, place: HTMLElement): void {
  const chart = drawChart(result);
  place.replaceChildren(
    make("h2", "Result"),
    make("pre", sql, "workbench-asked"),
    ...(chart === undefined ? [] : [chart]),
    makeTable(result),
    ...noteCuts(result),
    makeDownload(result),
  );
}

/** How much came of a query, in words. */
export function sayResult({ rows, cut, seconds }: QueryResult): string {
  const time = seconds < 0.005 ? "less than 0.01" : seconds.toFixed(2);
  return `${cut ? "More than " : ""}${count(rows)} in ${time} seconds.`;
}

function countShown({ columns, rows }: QueryResult): number {
  return Math.min(rows, most.rows, Math.ceil(most.cells / Math.max(1, columns.length)));
}

function makeTable(result: QueryResult): HTMLElement {
  const { columns, rows } = result;
  const table = make("table", "", "workbench-table");
  const head = make("tr");
  for (const { name, isNumber } of columns) {
    const cell = make("th", name, isNumber ? "number" : "") as HTMLTableCellElement;
    cell.scope = "col";
    head.append(cell);
  }
  const body = make("tbody");
  for (let row = 0; row < countShown(result); row += 1) {
    const line = make("tr");
    for (const { values, isNumber } of columns) {
      const value = values[row] ?? null;
      const cell = make("td", shorten(value ?? ""), isNumber ? "number" : "");
      if (value === null) cell.append(make("span", "null", "workbench-null"));
      line.append(cell);
    }
    body.append(line);
  }
  const top = make("thead");
  top.append(head);
  table.append(make("caption", `${count(rows)} of the query`), top, body);
  const scroll = make("div", "", "scroll workbench-scroll");
  scroll.append(table);
  scroll.tabIndex = 0;
  scroll.role = "region";
  scroll.ariaLabel = "Table of the result";
  return scroll;
}

function shorten(text: string): string {
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}

function noteCuts(result: QueryResult): HTMLElement[] {
  const { columns, rows, cut, shortened } = result;
  const shownRows = countShown(result);
  const notes: string[] = [];
  const isLong = (value: string | null): boolean => (value?.length ?? 0) > shownCharacters;
  if (columns.some(({ values }) => values.slice(0, shownRows).some(isLong))) {
    notes.push(`Of long text the table shows the first ${formatCharacters(shownCharacters)}.`);
  }
  if (rows > shownRows) notes.push(`The table shows the first ${count(shownRows)}.`);
  if (cut) {
    notes.push(
      rows === rowLimit
        ? `No more than ${count(rowLimit)} are kept: there were more.`
        : `No more is kept of so wide or long a result: there were more rows.`,
    );
  }
  if (shortened) notes.push(`No more than ${formatCharacters(valueLimit)} of a value are kept.`);
  return notes.length === 0 ? [] : [make("p", notes.join(" "), "soft")];
}

function makeDownload(result: QueryResult): HTMLElement {
  const button = make("button", "Download as CSV") as HTMLButtonElement;
  button.type = "button";
  button.addEventListener("click", () => {
    const address = URL.createObjectURL(new Blob([writeCsv(result)], { type: "text/csv" }));
    const link = make("a") as HTMLAnchorElement;
    link.href = address;
    link.download = "result.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  });
  const line = make("p", "", "workbench-actions");
  line.append(button);
  return line;
}

function count(rows: number): string {
  return `${rows.toLocaleString("en")} ${rows === 1 ? "row" : "rows"}`;
}

function formatCharacters(characters: number): string {
  return `${characters.toLocaleString("en")} characters`;
}
