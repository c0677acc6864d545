import { formatBytes, joinWords } from "../words/numbers.ts";
import type { Catalog, CatalogTable } from "./catalog.ts";
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

/** The size of the engine, once the catalog has told it. */
let engineBytes: number | undefined;
let sqlOfExample = (): string => "";

const files = {
  engine: addressOf("engine"),
  catalog: addressOf("catalog"),
  root: addressOf("root"),
};
const engine = new Engine(files, {
  loaded: showLoaded,
  reading: (tables) => (said.textContent = sayReading(tables)),
});
editor.value = readLink(location.hash) ?? "";
place.hidden = false;
listen();
void start();
void offer();

function listen(): void {
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
    editor.value = sqlOfExample();
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
}

async function offer(): Promise<void> {
  const catalog = (await (await fetch(files.catalog)).json()) as Catalog;
  engineBytes = catalog.engineBytes;
  sqlOfExample = listExamples(catalog, find("example") as HTMLSelectElement);
  showTables(catalog, files.root, find("tables"));
  if (editor.value === "") editor.value = catalog.examples[0]!.sql;
}

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
  if (readLink(location.hash) !== sql) keepLink(sql);
  ran.add(sql);
  try {
    show(await engine.run(sql), sql);
  } catch {
    await start();
  } finally {
    setRunning(false);
  }
}

/** So that the back button comes to it; of SQL too long for an address there is no link. */
function keepLink(sql: string): void {
  const link = writeLink(sql);
  if (link !== undefined) history.pushState(null, "", link);
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
    showResult(outcome.result, sql, result);
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
  const end = writeLink(editor.value);
  if (end === undefined) {
    said.textContent = "This query is too long for a link: send it as a file.";
    return;
  }
  const link = new URL(end, location.href).href;
  history.replaceState(null, "", link);
  try {
    await navigator.clipboard.writeText(link);
    said.textContent = "The link was copied.";
  } catch {
    said.textContent = "The link stands in the address bar: copy it from there.";
  }
}

function showLoaded(bytes: number): void {
  const whole = engineBytes === undefined ? "" : ` of ${formatBytes(engineBytes)}`;
  find("loaded-words").textContent = formatBytes(bytes) + whole;
  if (engineBytes === undefined) return;
  (find("loaded") as HTMLProgressElement).value = Math.min(1, bytes / engineBytes);
  if (bytes > engineBytes * 0.97) find("loaded-words").textContent = "It is here, and starts.";
}

function sayReading(tables: readonly CatalogTable[]): string {
  const bytes = formatBytes(tables.reduce((sum, table) => sum + table.bytes, 0));
  const names = tables.map(({ name }) => name);
  const what = names.length > 3 ? `${names.length} tables` : joinWords(names);
  return `Reading ${what} (${bytes}) …`;
}

function addressOf(name: string): string {
  return new URL(place.dataset[name]!, location.href).href;
}

function find(id: string): HTMLElement {
  return document.getElementById(id)!;
}
