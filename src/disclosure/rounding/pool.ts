import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import { chooseRounding } from "./choose.ts";
import type { RoundingProblem } from "./problem.ts";

/** Answers as `chooseRounding` does, in this thread or beside it. */
export type Choose = (problem: RoundingProblem) => Promise<Uint8Array>;

/** In this thread, one problem after the other. */
export const chooseHere: Choose = (problem) =>
  new Promise((answer) => answer(chooseRounding(problem)));

/** Threads that work on problems side by side. Answers do not depend on their number. */
export interface RoundingPool {
  readonly choose: Choose;
  readonly close: () => Promise<void>;
}

/** @param threads how many at most, at least 1; left out, as many as the machine runs at once */
export function openRoundingPool(threads = availableParallelism()): RoundingPool {
  if (threads === 1) return { choose: chooseHere, close: () => Promise.resolve() };
  const pool = new Tinypool({
    filename: new URL("./choose.ts", import.meta.url).href,
    name: chooseRounding.name,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
  });
  return {
    choose: (problem) => pool.run(problem) as Promise<Uint8Array>,
    close: () => pool.destroy(),
  };
}
