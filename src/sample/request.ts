import { discoverSampleKinds, sumRecords } from "./discover.ts";
import type { Format } from "./plan.ts";
import { sampleProblems } from "./problems.ts";

export interface SampleRequest {
  /** In the newest files, over the kinds. */
  readonly records: number;
  readonly seed: number;
  readonly format: Format;
  readonly kinds: readonly string[];
  /** Folder of the programme that is made: new, or empty but for the sample's programme.yaml and register. */
  readonly folder: string;
  /** Worker threads; the files never depend on it. */
  readonly threads?: number;
}

/**
 * Reads the options of the command. Left out: every kind, and as many records as they have themselves.
 * @throws Problem for the first option that is wrong.
 */
export async function readRequest(
  options: Readonly<Record<string, string | true>>,
): Promise<SampleRequest> {
  const known = await discoverSampleKinds();
  const text = (name: string): string => String(options[name]);
  const named = options["kinds"] === undefined ? undefined : text("kinds").split(",");
  const kinds = known.filter(({ kind }) => named?.includes(kind) ?? true);
  const records = options["records"] === undefined ? String(sumRecords(kinds)) : text("records");
  const format = text("format");
  if (!isWhole(records, 1, 1_000_000_000)) throw sampleProblems.recordsNotWhole();
  if (!isWhole(text("seed"), 0, 4_294_967_295)) throw sampleProblems.seedNotWhole();
  if (!isFormat(format)) throw sampleProblems.formatUnknown();
  const names = known.map(({ kind }) => kind);
  if (named?.every((name) => names.includes(name)) === false) {
    throw sampleProblems.kindsUnknown(names);
  }
  return {
    records: Number(records),
    seed: Number(text("seed")),
    format,
    kinds: kinds.map(({ kind }) => kind),
    folder: text("out"),
  };
}

function isWhole(text: string, low: number, high: number): boolean {
  return /^\d{1,10}$/.test(text) && Number(text) >= low && Number(text) <= high;
}

function isFormat(text: string): text is Format {
  return ["csv", "parquet", "ndjson"].includes(text);
}
