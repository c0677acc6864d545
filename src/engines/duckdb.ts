import {
  DuckDBInstance,
  DuckDBListValue,
  StatementType,
  type DuckDBConnection,
  type DuckDBValue,
} from "@duckdb/node-api";

/** What a cell of a query arrives as: whole numbers as number, DECIMAL, dates and times as text. */
export type SqlValue = null | boolean | number | string | readonly SqlValue[];
export type SqlRow = Record<string, SqlValue>;

export interface EngineOptions {
  /** Database file, or ":memory:" (the default). */
  readonly path?: string;
  /** Worker threads; results never depend on it. */
  readonly threads?: number;
  /** Memory ceiling in DuckDB's own notation, such as "3GB". */
  readonly memoryLimit?: string;
  /** Folder for what does not fit in memory. */
  readonly spillTo?: string;
  /** How much of it at most, in DuckDB's own notation. */
  readonly spillLimit?: string;
}

/** One DuckDB database. The only file that imports DuckDB. */
export class Engine {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /** Opens an engine that never fetches an extension and never reports progress. */
  static async open(options: EngineOptions = {}): Promise<Engine> {
    const instance = await DuckDBInstance.create(options.path ?? ":memory:", {
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
      ...(options.memoryLimit === undefined ? {} : { memory_limit: options.memoryLimit }),
      ...(options.spillTo === undefined ? {} : { temp_directory: options.spillTo }),
      ...(options.spillLimit === undefined ? {} : { max_temp_directory_size: options.spillLimit }),
    });
    const connection = await instance.connect();
    await connection.run("set timezone = 'UTC'");
    return new Engine(instance, connection);
  }

  /** Runs one or more statements and discards what they return. */
  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  /**
   * Runs one query and returns its rows.
   * @throws RangeError when a whole number is too large to be exact in JavaScript.
   */
  async rows<Row = SqlRow>(sql: string): Promise<Row[]> {
    const reader = await this.#connection.runAndReadAll(sql);
    const names = reader.deduplicatedColumnNames();
    return reader
      .getRows()
      .map((row) => Object.fromEntries(names.map((name, i) => [name, plain(row[i]!)]))) as Row[];
  }

  /**
   * Runs one query and returns its columns, which is faster than rows where there are many.
   * @throws RangeError when a whole number is too large to be exact in JavaScript.
   */
  async columns(sql: string): Promise<Record<string, SqlValue[]>> {
    const reader = await this.#connection.runAndReadAll(sql);
    const columns = reader.getColumns();
    return Object.fromEntries(
      reader
        .deduplicatedColumnNames()
        // A result without rows has no columns either.
        .map((name, at) => [name, (columns[at] ?? []).map(plain)]),
    );
  }

  /** Whether a text is one query and nothing else: no second statement, nothing that changes. */
  async isQuery(sql: string): Promise<boolean> {
    const statements = await this.#connection.extractStatements(sql);
    if (statements.count !== 1) return false;
    const prepared = await statements.prepare(0);
    return prepared.statementType === StatementType.SELECT;
  }

  /** Stops what is running, which then fails. */
  interrupt(): void {
    this.#connection.interrupt();
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}

function plain(value: DuckDBValue): SqlValue {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return value;
  if (typeof value === "bigint") {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new RangeError("a whole number beyond 2^53");
    return number;
  }
  if (value instanceof DuckDBListValue) return value.items.map(plain);
  return String(value);
}

/** A text as an SQL literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as an SQL identifier. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
