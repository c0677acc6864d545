import type { CatalogTable } from "./catalog.ts";

/** What the page asks of the worker. */
export type Request =
  | {
      readonly open: {
        /** The address of the engine, or the engine compiled before. */
        readonly engine: string | WebAssembly.Module;
        /** The address of the catalog. */
        readonly catalog: string;
        /** The address of the site's root. */
        readonly root: string;
      };
    }
  | { readonly run: string }
  | { readonly cancel: true };

/** What the worker answers. */
export type Answer =
  | { readonly loaded: number }
  | { readonly compiled: WebAssembly.Module }
  | { readonly ready: true }
  | { readonly reading: readonly CatalogTable[] }
  | { readonly outcome: Outcome };

/** What came of a query, or of opening the engine. */
export type Outcome =
  | { readonly result: QueryResult }
  /** DuckDB's own message. `broken`: the engine cannot go on and has to be started anew. */
  | { readonly fault: string; readonly broken: boolean }
  | { readonly cancelled: true };

export interface ResultColumn {
  readonly name: string;
  readonly isNumber: boolean;
  /** As they are written; null where there is no value. */
  readonly values: readonly (string | null)[];
}

export interface QueryResult {
  readonly columns: readonly ResultColumn[];
  readonly rows: number;
  /** Whether there were more rows than are kept. */
  readonly cut: boolean;
  /** Whether a value was longer than is kept of one. */
  readonly shortened: boolean;
  readonly seconds: number;
}

/** How much memory SQL may use, in DuckDB's own notation. */
export const memoryLimit = "1GB";

/** How many rows of a result are kept at most; of long text fewer. */
export const rowLimit = 100_000;

/** How many characters of one value are kept at most. */
export const valueLimit = 1_000_000;
