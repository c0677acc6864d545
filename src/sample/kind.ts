import type { Fault } from "./faults.ts";
import type { PartnerId, PartnerProfile } from "./partners.ts";

/** What share each code has; only the ratio counts. */
export type Weights = Readonly<Record<string, number>>;

/** A record kind of the sample; the SQL beside it makes a file's records from these shapes. */
export interface SampleKind {
  /** The contract's kind, and the name of both files. */
  readonly kind: string;
  /** The column that names a record, by which its files are ordered. */
  readonly key: string;
  /** Records in the newest files of all partners, at the default size. */
  readonly records: number;
  /** Swing over the year: 0.1 is ten per cent more in summer, ten fewer in winter. */
  readonly season: number;
  /** Growth from the first day to the last. */
  readonly growth: number;
  /** A Saturday or Sunday against another day. */
  readonly weekend: number;
  /** A factor from a day on. */
  readonly step: readonly [on: string, factor: number];
  /** Each partner's part in the records; only the ratio counts. One left out submits none. */
  readonly share: Readonly<Partial<Record<PartnerId, number>>>;
  /**
   * Codes and how often each is drawn: `pick_<name>(drawn)` gives the one on which a draw in [0, 1)
   * falls, `other_<name>(code)` another one of them.
   */
  readonly choices: Readonly<Record<string, Weights | ((partner: PartnerProfile) => Weights)>>;
  /** A number for each code: `<name>(code)`. A code that is left out has that of `else`, or 1. */
  readonly lookups?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** In this order they are planted, one row in a hundred, and then from the start again. */
  readonly faults: readonly Fault[];
}

/** Nothing changes from any day on. */
export const noStep = ["2026-10-01", 1] as const;

/**
 * Checks a kind's own wiring and returns it.
 * @throws TypeError when two of its faults have one name, or no partner submits it.
 */
export function defineSampleKind(sample: SampleKind): SampleKind {
  const names = sample.faults.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) {
    throw new TypeError(`sample kind ${sample.kind}: two faults are named ${twice}`);
  }
  if (!Object.values(sample.share).some((part) => part > 0)) {
    throw new TypeError(`sample kind ${sample.kind}: no partner has a share of it`);
  }
  return sample;
}
