import type { Allocation } from "./allocate.ts";
import { samplingProblems } from "./problems.ts";

/** The options as they are typed. */
export interface Options {
  readonly plan?: true;
  readonly data: string;
  readonly releases: string;
  readonly release?: string;
  readonly kind?: string;
  readonly size?: string;
  readonly strata?: string;
  readonly allocation: Allocation;
  readonly checkpoint?: string;
  readonly seedText?: string;
  readonly out?: string;
  readonly threads?: string;
  readonly results?: string;
  readonly sample?: string;
  readonly tolerable?: string;
  readonly expected: string;
  readonly confidence: string;
  readonly json?: true;
}

/** A sample to draw. */
export interface DrawRequest {
  readonly data: string;
  readonly releases: string;
  readonly release: string;
  readonly kind: string;
  readonly size: number;
  readonly strata: string | undefined;
  readonly allocation: Allocation;
  /** A file. */
  readonly checkpoint: string | null;
  /** The auditor's own line. */
  readonly chosen: string | null;
  readonly out: string;
  readonly threads: number | null;
}

/** What the command is asked to do. @throws Problem where it is asked for none or for several */
export function readMode({ plan, results, release }: Options): "plan" | "draw" | "judge" {
  const asked = [plan, release, results].filter((one) => one !== undefined);
  if (asked.length !== 1) throw samplingProblems.modeUnclear();
  return plan ? "plan" : release === undefined ? "judge" : "draw";
}

/** @throws Problem where an option is missing or cannot be what it should be */
export function readDraw(options: Options): DrawRequest {
  const { data, releases, release, kind, strata, allocation, checkpoint, out } = options;
  const chosen = options.seedText;
  if (kind === undefined) throw samplingProblems.optionMissing("--kind", "the record kind");
  if (options.size === undefined) {
    throw samplingProblems.optionMissing("--size", "how many records to draw; --plan works it out");
  }
  if (checkpoint === undefined && chosen === undefined) {
    throw samplingProblems.optionMissing(
      "--checkpoint",
      "the log's checkpoint that logs the release, or a line of the auditor's own with --seed-text",
    );
  }
  if (chosen !== undefined && !/^[^\p{C}]{1,200}$/u.test(chosen)) {
    throw samplingProblems.notASeedText();
  }
  if (out === undefined) {
    throw samplingProblems.optionMissing(
      "--out",
      "a folder that only operator and auditor can read",
    );
  }
  const size = readWhole("--size", options.size, 1_000_000);
  const threads =
    options.threads === undefined ? null : readWhole("--threads", options.threads, 1024);
  return {
    ...{ data, releases, release: release!, kind, size, strata, allocation, out, threads },
    checkpoint: checkpoint ?? null,
    chosen: chosen ?? null,
  };
}

/** @throws Problem where an option is missing or cannot be what it should be */
export function readPlan(options: Options) {
  if (options.tolerable === undefined) {
    throw samplingProblems.optionMissing("--tolerable", "the most that may be wrong, such as 0.05");
  }
  const tolerable = readRate("--tolerable", options.tolerable);
  const expected = options.expected === "0" ? 0 : readRate("--expected", options.expected);
  if (expected >= tolerable) throw samplingProblems.numberWrong("--expected", "below --tolerable");
  return { tolerable, expected, confidence: readRate("--confidence", options.confidence) };
}

/** @throws Problem where an option is missing or cannot be what it should be */
export function readJudge({ results, sample, tolerable, confidence }: Options) {
  if (sample === undefined) {
    throw samplingProblems.optionMissing("--sample", "the sample.json that the results belong to");
  }
  return {
    ...{ results: results!, sample },
    confidence: readRate("--confidence", confidence),
    tolerable: tolerable === undefined ? null : readRate("--tolerable", tolerable),
  };
}

function readRate(option: string, text: string): number {
  const rate = /^0?\.\d{1,9}$/.test(text) ? Number(text) : 0;
  if (rate > 0) return rate;
  throw samplingProblems.numberWrong(option, "a fraction between 0 and 1, such as 0.05");
}

function readWhole(option: string, text: string, largest: number): number {
  if (/^[1-9]\d{0,6}$/.test(text) && Number(text) <= largest) return Number(text);
  const range = `a whole number from 1 to ${largest.toLocaleString("en")}`;
  throw samplingProblems.numberWrong(option, range);
}
