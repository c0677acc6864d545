/** What the workbench uses of DuckDB's own program for a worker; its package names no such entry. */
declare module "duckdb-wasm-worker" {
  export interface Bindings {
    instantiate(): Promise<unknown>;
    /** Called once, to make the engine from what it imports. */
    instantiateWasm: (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ) => object;
    open(config: object): void;
    connect(): Connection;
    registerFileBuffer(name: string, bytes: Uint8Array): void;
    dropFile(name: string): void;
    /** The first bytes of the answer; null while there are none yet. */
    startPendingQuery(connection: number, sql: string, stream: boolean): Uint8Array | null;
    pollPendingQuery(connection: number): Uint8Array | null;
    cancelPendingQuery(connection: number): boolean;
    /** The next bytes, none at the end; null while there are none yet. */
    fetchQueryResults(connection: number): Uint8Array | null;
  }
  export interface Connection {
    query(sql: string): unknown;
    useUnsafe<T>(use: (bindings: Bindings, connection: number) => T): T;
  }
  export class VoidLogger {
    log(entry: object): void;
  }
  export const BROWSER_RUNTIME: object;
  export function createDuckDB(
    bundles: object,
    logger: VoidLogger,
    runtime: object,
  ): Promise<Bindings>;
}
