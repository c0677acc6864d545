import { drawChart } from "./chart.ts";
import { writeCsv } from "./csv.ts";
import { make } from "./make.ts";
import { rowLimit, type QueryResult } from "./messages.ts";

/** How many rows a table shows; the CSV file holds all that were kept. */
const shownRows = 500;

/** A result as chart, where it has labels and numbers, as table and as a file. */
export function showResult(result: QueryResult, place: HTMLElement): void {
  const chart = drawChart(result);
  place.replaceChildren(
    make("h2", "Result"),
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

function makeTable({ columns, rows }: QueryResult): HTMLElement {
  const table = make("table", "", "workbench-table");
  const head = make("tr");
  for (const { name, isNumber } of columns) {
    const cell = make("th", name, isNumber ? "number" : "") as HTMLTableCellElement;
    cell.scope = "col";
    head.append(cell);
  }
  const body = make("tbody");
  for (let row = 0; row < Math.min(rows, shownRows); row += 1) {
    const line = make("tr");
    for (const { values, isNumber } of columns) {
      const value = values[row] ?? null;
      const cell = make("td", value ?? "", isNumber ? "number" : "");
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

function noteCuts({ rows, cut }: QueryResult): HTMLElement[] {
  const notes: string[] = [];
  if (rows > shownRows) notes.push(`The table shows the first ${count(shownRows)}.`);
  if (cut) {
    notes.push(
      rows === rowLimit
        ? `No more than ${count(rowLimit)} are kept: there were more.`
        : `No more of so long a text is kept: there were more rows.`,
    );
  }
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
