import { BROWSER_RUNTIME, createDuckDB, VoidLogger, type Bindings } from "duckdb-wasm-worker";

/** Starts a compiled engine, which DuckDB's own program would fetch by itself. */
export async function instantiate(engine: WebAssembly.Module): Promise<Bindings> {
  const unused = { mainModule: "", mainWorker: "" };
  const bundles = { mvp: unused, eh: unused };
  const bindings = await createDuckDB(bundles, new VoidLogger(), BROWSER_RUNTIME);
  bindings.instantiateWasm = (imports, done) => {
    Object.assign(globalThis, { DUCKDB_RUNTIME: BROWSER_RUNTIME });
    void WebAssembly.instantiate(engine, imports).then(({ exports }) =>
      done({ exports: withoutInner(exports, engine) }, engine),
    );
    return [];
  };
  await bindings.instantiate();
  return bindings;
}

/**
 * The engine exports its 60,000 inner functions of C++ so that extensions could link to them. None is
 * ever loaded here, and walking over them takes half of the time that the engine needs to start.
 */
function withoutInner(
  exports: WebAssembly.Exports,
  engine: WebAssembly.Module,
): WebAssembly.Exports {
  const imported = new Set(WebAssembly.Module.imports(engine).map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(exports).filter(([name]) => !name.startsWith("_Z") || imported.has(name)),
  );
}
