/** A table that SQL may read, and the file that it is loaded from. */
export interface CatalogTable {
  readonly name: string;
  /** What one row of it is, in a few words. */
  readonly says: string;
  /** A CSV file, by its path on the site. */
  readonly path: string;
  readonly bytes: number;
  /** The DuckDB type of each column, in the order of the file. */
  readonly columns: Readonly<Record<string, string>>;
  /** Whether a mark such as `[c]` can stand where a number is not shown. */
  readonly marks: boolean;
}

/** A query to begin with. */
export interface CatalogExample {
  readonly id: string;
  readonly title: string;
  /** Under which heading it is offered. */
  readonly group: string;
  readonly sql: string;
}

/** `workbench/catalog.json`: what the workbench offers of one release. */
export interface Catalog {
  readonly release: string;
  /** How many bytes DuckDB's engine has, before any compression on the way. */
  readonly engineBytes: number;
  readonly tables: readonly CatalogTable[];
  readonly examples: readonly CatalogExample[];
}
