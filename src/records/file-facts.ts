import type { OwnColumn } from "./mapping.ts";

/** What is known of a file before its records are read. */
export interface FileFacts {
  readonly sha256: string | Promise<string>;
  readonly columns: readonly OwnColumn[];
  /** Rows that it holds, readable or not. */
  readonly rows: number;
  /** Rows, from 1, that cannot be read. */
  readonly broken: readonly number[];
}
