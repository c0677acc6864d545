import { kinds, type Kind } from "./partners.ts";
import type { Format } from "./plan.ts";
import { sampleProblems } from "./problems.ts";

export interface SampleRequest {
  readonly records: number;
  readonly seed: number;
  readonly format: Format;
  readonly kinds: readonly Kind[];
  /** Folder of the programme that is made: new, or empty but for the sample's programme.yaml. */
  readonly folder: string;
  /** Worker threads; the files never depend on it. */
  readonly threads?: number;
}

/**
 * Reads the options of the command.
 * @throws Problem for the first option that is wrong.
 */
export function readRequest(options: Readonly<Record<string, string | true>>): SampleRequest {
  const text = (name: string): string => String(options[name]);
  const chosen = text("kinds").split(",");
  const format = text("format");
  if (!isWhole(text("records"), 1, 1_000_000_000)) throw sampleProblems.recordsNotWhole();
  if (!isWhole(text("seed"), 0, 4_294_967_295)) throw sampleProblems.seedNotWhole();
  if (!isFormat(format)) throw sampleProblems.formatUnknown();
  if (!chosen.every((name) => kinds.some((kind) => kind === name))) {
    throw sampleProblems.kindsUnknown();
  }
  return {
    records: Number(text("records")),
    seed: Number(text("seed")),
    format,
    kinds: kinds.filter((kind) => chosen.includes(kind)),
    folder: text("out"),
  };
}

function isWhole(text: string, low: number, high: number): boolean {
  return /^\d{1,10}$/.test(text) && Number(text) >= low && Number(text) <= high;
}

function isFormat(text: string): text is Format {
  return ["csv", "parquet", "ndjson"].includes(text);
}
