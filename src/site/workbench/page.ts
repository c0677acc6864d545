import { formatBytes } from "../words/numbers.ts";
import type { Catalog } from "./catalog.ts";
import { Engine } from "./engine.ts";
import { readLink, writeLink } from "./link.ts";
import type { Outcome } from "./messages.ts";
import { sayFault } from "./say-fault.ts";
import { listExamples, showTables } from "./show-catalog.ts";
import { sayResult, showResult } from "./show-result.ts";

const place = find("workbench");
const editor = find("sql") as HTMLTextAreaElement;
const [said, result] = [find("said"), find("result")];
const [runButton, cancelButton] = [find("run") as HTMLButtonElement, find("cancel")];
/** What this reader has run here: only that runs again when the back button comes to it. */
const ran = new Set<string>();
let running = false;

const catalog = (await (await fetch(place.dataset["catalog"]!)).json()) as Catalog;
const root = new URL(place.dataset["root"]!, location.href).href;
const address = new URL(place.dataset["engine"]!, location.href).href;
const engine = new Engine(
  { address, bytes: catalog.engineBytes, tables: catalog.tables, root },
  { loaded: showLoaded, reading: (tables) => (said.textContent = sayReading(tables)) },
);
const examples = listExamples(catalog, find("example") as HTMLSelectElement);
showTables(catalog, root, find("tables"));
editor.value = readLink(location.hash) ?? catalog.examples[0]!.sql;
place.hidden = false;
void start();

find("query").addEventListener("submit", (event) => {
  event.preventDefault();
  void run(editor.value);
});
editor.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  void run(editor.value);
});
find("use-example").addEventListener("click", () => {
  editor.value = examples();
  editor.focus();
});
cancelButton.addEventListener("click", () => {
  if (!running) return;
  said.textContent = "Stopping …";
  engine.cancel();
});
find("copy-link").addEventListener("click", () => void copyLink());
addEventListener("popstate", () => {
  const sql = readLink(location.hash);
  if (sql === undefined) return;
  editor.value = sql;
  if (ran.has(sql)) void run(sql);
  else clear("This query came with a link. Run it if you want to.");
});

async function start(): Promise<void> {
  try {
    await engine.start();
    find("loading").hidden = true;
    if (!running && said.textContent === "") said.textContent = "DuckDB is ready.";
  } catch {
    find("loading").hidden = true;
    said.textContent =
      "DuckDB could not be started: this browser is too old for it, or the file did not arrive. " +
      "The files of the release can be read with any tool.";
  }
}

async function run(sql: string): Promise<void> {
  if (running) return;
  setRunning(true);
  clear("Running …");
  if (readLink(location.hash) !== sql) history.pushState(null, "", writeLink(sql));
  ran.add(sql);
  try {
    show(await engine.run(sql), sql);
  } catch {
    await start();
  } finally {
    setRunning(false);
  }
}

function show(outcome: Outcome, sql: string): void {
  if ("cancelled" in outcome) {
    clear("The query was stopped.");
    void start();
  } else if ("fault" in outcome) {
    const { says, at } = sayFault(outcome.fault, sql);
    clear(outcome.broken ? `${says} DuckDB is started anew.` : says);
    editor.ariaInvalid = "true";
    if (at !== undefined && document.activeElement === editor) editor.setSelectionRange(at, at);
    if (outcome.broken) void start();
  } else {
    showResult(outcome.result, result);
    result.hidden = false;
    said.textContent = sayResult(outcome.result);
  }
}

function clear(sentence: string): void {
  said.textContent = sentence;
  editor.removeAttribute("aria-invalid");
  result.hidden = true;
  result.replaceChildren();
}

/** A button that is switched off would lose the focus. */
function setRunning(is: boolean): void {
  running = is;
  runButton.ariaDisabled = String(is);
  cancelButton.ariaDisabled = String(!is);
}

async function copyLink(): Promise<void> {
  const link = new URL(writeLink(editor.value), location.href).href;
  history.replaceState(null, "", link);
  try {
    await navigator.clipboard.writeText(link);
    said.textContent = "The link was copied.";
  } catch {
    said.textContent = "The link stands in the address bar: copy it from there.";
  }
}

function showLoaded(bytes: number): void {
  const progress = find("loaded") as HTMLProgressElement;
  progress.value = Math.min(1, bytes / catalog.engineBytes);
  const whole = formatBytes(catalog.engineBytes);
  find("loaded-words").textContent =
    bytes < catalog.engineBytes * 0.97 ? `${formatBytes(bytes)} of ${whole}` : `${whole}, starting`;
}

function sayReading(tables: readonly { name: string; bytes: number }[]): string {
  const bytes = formatBytes(tables.reduce((sum, table) => sum + table.bytes, 0));
  const [first, second] = tables;
  const what =
    tables.length > 2 ? `${tables.length} tables` : [first!.name, second?.name].filter(Boolean);
  return `Reading ${Array.isArray(what) ? what.join(" and ") : what} (${bytes}) …`;
}

function find(id: string): HTMLElement {
  return document.getElementById(id)!;
}
