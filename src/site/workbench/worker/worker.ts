import type { Catalog } from "../catalog.ts";
import type { Answer, Outcome, Request } from "../messages.ts";
import { Database } from "./database.ts";
import { compileEngine } from "./compile-engine.ts";
import { shutNetwork } from "./shut-network.ts";

let database: Database | undefined;

addEventListener("message", ({ data }: MessageEvent<Request>) => {
  if ("cancel" in data) database?.cancel();
  else if ("open" in data) void open(data.open);
  else void run(data.run);
});

async function open(asked: Extract<Request, { open: unknown }>["open"]): Promise<void> {
  const { engine, catalog, root } = asked;
  const fetchFile = shutNetwork();
  const read = async (path: string): Promise<Uint8Array> => {
    const response = await fetchFile(new URL(path, root));
    if (!response.ok) throw new Error(`The file ${path} could not be fetched.`);
    return new Uint8Array(await response.arrayBuffer());
  };
  try {
    const [module, { tables }] = await Promise.all([
      typeof engine === "string" ? compile(fetchFile(engine)) : Promise.resolve(engine),
      fetchFile(catalog).then(async (response) => (await response.json()) as Catalog),
    ]);
    database = await Database.open(module, { tables, read });
    answer({ ready: true });
  } catch (error) {
    answer({ outcome: { fault: messageOf(error), broken: true } });
  }
}

/** Compiles the engine as it comes, and hands it to the page for the next worker. */
async function compile(fetched: Promise<Response>): Promise<WebAssembly.Module> {
  const compiled = await compileEngine(await fetched, (loaded) => answer({ loaded }));
  answer({ compiled });
  return compiled;
}

async function run(sql: string): Promise<void> {
  answer({ outcome: await tryRun(sql) });
}

async function tryRun(sql: string): Promise<Outcome> {
  try {
    const result = await database!.run(sql, (reading) => answer({ reading }));
    return result === undefined ? { cancelled: true } : { result };
  } catch (error) {
    const broken = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    return { fault: messageOf(error), broken };
  }
}

function answer(message: Answer): void {
  postMessage(message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
