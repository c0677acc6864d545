import type { Bindings, Connection } from "duckdb-wasm-worker";
import type { CatalogTable } from "../catalog.ts";
import { memoryLimit, type QueryResult } from "../messages.ts";
import { instantiate } from "./instantiate.ts";
import { readResult } from "./read-result.ts";
import { createSql, fillSql, findNamed, loadingFolder } from "./table-sql.ts";

/** How often a running query lets the worker listen, in milliseconds. */
const pollingInterval = 50;

/** In a browser DuckDB passes over it, and answers as if it had installed something. */
const installs = /^\s*(force\s+)?install\b/i;

export interface DatabaseFiles {
  readonly tables: readonly CatalogTable[];
  /** The bytes of a file of the site. */
  readonly read: (path: string) => Promise<Uint8Array>;
}

/**
 * DuckDB in this worker with the tables of a release, each empty until SQL names it. It can read no
 * file and no address, nor loosen that.
 */
export class Database {
  readonly #bindings: Bindings;
  readonly #connection: Connection;
  readonly #files: DatabaseFiles;
  readonly #filled = new Set<string>();
  #cancelled = false;

  private constructor(bindings: Bindings, connection: Connection, files: DatabaseFiles) {
    this.#bindings = bindings;
    this.#connection = connection;
    this.#files = files;
  }

  static async open(engine: WebAssembly.Module, files: DatabaseFiles): Promise<Database> {
    const bindings = await instantiate(engine);
    bindings.open({ query: { queryPollingInterval: pollingInterval } });
    const connection = bindings.connect();
    connection.query(`
      set autoinstall_known_extensions = false;
      set autoload_known_extensions = false;
      set memory_limit = '${memoryLimit}';
      set allowed_directories = ['${loadingFolder}'];
      set enable_external_access = false;
      set lock_configuration = true;
      ${files.tables.map(createSql).join("\n")}`);
    return new Database(bindings, connection, files);
  }

  /** Asks what is running to stop; it does where DuckDB lets go in time. */
  cancel(): void {
    this.#cancelled = true;
  }

  /**
   * Runs SQL, after the tables that it names are filled.
   * @param tell is called with the tables that have to be read first
   * @returns undefined where it was cancelled
   * @throws Error with DuckDB's message
   */
  async run(
    sql: string,
    tell: (tables: readonly CatalogTable[]) => void,
  ): Promise<QueryResult | undefined> {
    this.#cancelled = false;
    if (installs.test(sql)) throw new Error("Permission Error: no extension is installed here");
    const needed = findNamed(sql, this.#files.tables).filter(({ name }) => !this.#filled.has(name));
    if (needed.length > 0) tell(needed);
    const files = needed.map(({ path }) => this.#files.read(path));
    for (const [at, table] of needed.entries()) this.#fill(table, await files[at]!);
    const started = performance.now();
    try {
      const result = await readResult(this.#answer(sql));
      const stopped = result === undefined || this.#isStopped();
      if (stopped || result.cut) {
        this.#connection.useUnsafe((bindings, id) => bindings.cancelPendingQuery(id));
      }
      if (stopped) return undefined;
      return { ...result, seconds: (performance.now() - started) / 1000 };
    } finally {
      this.#endTransaction();
    }
  }

  /** A table that was filled in a transaction would be empty again, and silently, when it is undone. */
  #endTransaction(): void {
    for (const end of ["commit", "rollback"]) {
      try {
        this.#connection.query(end);
        return;
      } catch {
        // There is none, or it failed and has to be undone.
      }
    }
  }

  #isStopped(): boolean {
    return this.#cancelled;
  }

  #fill(table: CatalogTable, bytes: Uint8Array): void {
    const file = `${loadingFolder}${table.name}.csv`;
    this.#bindings.registerFileBuffer(file, bytes);
    this.#connection.query(fillSql(table));
    this.#bindings.dropFile(file);
    this.#filled.add(table.name);
  }

  /** The answer as Arrow's stream, piece by piece; between pieces the worker listens. */
  async *#answer(sql: string): AsyncGenerator<Uint8Array> {
    const id = this.#connection.useUnsafe((_, connection) => connection);
    let piece = this.#bindings.startPendingQuery(id, sql, true);
    while (piece === null) {
      await listen();
      if (this.#isStopped()) return;
      piece = this.#bindings.pollPendingQuery(id);
    }
    yield piece;
    for (;;) {
      await listen();
      if (this.#isStopped()) return;
      piece = this.#bindings.fetchQueryResults(id);
      if (piece?.length === 0) return;
      if (piece !== null) yield piece;
    }
  }
}

/** Lets messages come in. */
function listen(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0));
}
