import type { CatalogTable } from "./catalog.ts";
import type { Answer, Outcome, Request } from "./messages.ts";

/** Addresses: of the engine, of what it is to know, and of the site's root. */
export interface EngineFiles {
  readonly engine: string;
  readonly catalog: string;
  readonly root: string;
}

/** What the page is told while it waits. */
export interface EngineWatcher {
  readonly loaded: (bytes: number) => void;
  readonly reading: (tables: readonly CatalogTable[]) => void;
}

/** How long SQL has to stop by itself before its worker is ended, in milliseconds. */
const patience = 1000;

/**
 * DuckDB in a worker of its own, so that the page answers whatever SQL does. A worker that does not
 * stop or broke is ended, and the next one starts from the engine that was compiled for the first.
 */
export class Engine {
  readonly #files: EngineFiles;
  readonly #watcher: EngineWatcher;
  #worker: Worker | undefined;
  #compiled: WebAssembly.Module | undefined;
  #ready: Promise<void> | undefined;
  #finish: ((outcome: Outcome) => void) | undefined;

  constructor(files: EngineFiles, watcher: EngineWatcher) {
    this.#files = files;
    this.#watcher = watcher;
  }

  /**
   * Starts a worker where none runs.
   * @throws Error when the engine cannot be fetched or does not start in this browser
   */
  start(): Promise<void> {
    this.#ready ??= this.#open();
    return this.#ready;
  }

  /** Runs SQL, one at a time. */
  async run(sql: string): Promise<Outcome> {
    await this.start();
    const outcome = await new Promise<Outcome>((finish) => {
      this.#finish = finish;
      this.#ask({ run: sql });
    });
    if ("fault" in outcome && outcome.broken) this.#end();
    return outcome;
  }

  /** Stops what runs, at the latest after a second, and then by ending its worker. */
  cancel(): void {
    const finish = this.#finish;
    if (finish === undefined) return;
    this.#ask({ cancel: true });
    setTimeout(() => {
      if (this.#finish !== finish) return;
      this.#end();
      this.#settle({ cancelled: true });
    }, patience);
  }

  #open(): Promise<void> {
    const worker = new Worker(new URL("./worker/worker.ts", import.meta.url), { type: "module" });
    this.#worker = worker;
    return new Promise((ready, failed) => {
      worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
        if (worker !== this.#worker) return;
        if ("ready" in data) ready();
        else if ("outcome" in data) {
          if ("fault" in data.outcome) failed(new Error(data.outcome.fault));
          this.#settle(data.outcome);
        } else this.#note(data);
      });
      worker.addEventListener("error", () => {
        failed(new Error("The worker broke off."));
        this.#settle({ fault: "The worker broke off.", broken: true });
      });
      this.#ask({ open: { ...this.#files, engine: this.#compiled ?? this.#files.engine } });
    });
  }

  #note(answer: Exclude<Answer, { outcome: unknown } | { ready: unknown }>): void {
    if ("compiled" in answer) this.#compiled = answer.compiled;
    else if ("loaded" in answer) this.#watcher.loaded(answer.loaded);
    else this.#watcher.reading(answer.reading);
  }

  #ask(request: Request): void {
    this.#worker?.postMessage(request);
  }

  #settle(outcome: Outcome): void {
    const finish = this.#finish;
    this.#finish = undefined;
    finish?.(outcome);
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = undefined;
  }
}
