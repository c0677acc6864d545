import type { Answer, Outcome, Request } from "../messages.ts";
import { Database } from "./database.ts";
import { fetchEngine } from "./fetch-engine.ts";
import { shutNetwork } from "./shut-network.ts";

let database: Database | undefined;

addEventListener("message", ({ data }: MessageEvent<Request>) => {
  if ("cancel" in data) database?.cancel();
  else if ("open" in data) void open(data.open);
  else void run(data.run);
});

async function open(asked: Extract<Request, { open: unknown }>["open"]): Promise<void> {
  const { engine, tables, root } = asked;
  try {
    const isAddress = typeof engine === "string";
    const module = isAddress ? await fetchEngine(engine, (loaded) => answer({ loaded })) : engine;
    if (isAddress) answer({ compiled: module });
    const ownFetch = shutNetwork();
    const read = async (path: string): Promise<Uint8Array> => {
      const response = await ownFetch(new URL(path, root));
      if (!response.ok) throw new Error(`The file ${path} could not be fetched.`);
      return new Uint8Array(await response.arrayBuffer());
    };
    database = await Database.open(module, { tables, read });
    answer({ ready: true });
  } catch (error) {
    answer({ outcome: { fault: messageOf(error), broken: true } });
  }
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
