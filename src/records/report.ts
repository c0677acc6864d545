import { z } from "zod";

const reason = z.object({
  rule: z.string(),
  sentence: z.string(),
  rows: z.int(),
  /** The first such row of the file, counted from 1 without the header. */
  firstRow: z.int(),
});

const fileReport = z.object({
  file: z.string(),
  kind: z.string().nullable(),
  /** Null where its rows are from several partners. */
  partner: z.string().nullable(),
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  receivedOn: z.string().nullable(),
  /** What became of the rows of each partner that it has rows from. */
  partners: z.array(
    z.object({
      partner: z.string(),
      accepted: z.int(),
      quarantined: z.int(),
      duplicates: z.int(),
    }),
  ),
  /** Null where the file was not read. */
  sha256: z.string().nullable(),
  bytes: z.int(),
  state: z.enum(["used", "replaced", "later", "refused"]),
  received: z.int(),
  accepted: z.int(),
  quarantined: z.int(),
  duplicates: z.int(),
  reasons: z.array(reason),
  mapped: z.boolean(),
  /** Fields that the mapping says, or the missing column shows, are not recorded. */
  notRecorded: z.array(z.string()),
  /** Why it was refused. */
  problem: z.string().optional(),
  /** The anonymisation guard refused the file or a row of it. */
  guarded: z.boolean(),
});

const anonymity = z.object({
  quasiIdentifiers: z.array(z.string()),
  /** The smallest number of records that share their quasi-identifiers; null without records. */
  smallestGroup: z.int().nullable(),
  recordsInGroupsBelow5: z.int(),
});

/** How often a field that may be empty was filled, in a partner's accepted records of a kind. */
const completeness = z.object({
  kind: z.string(),
  partner: z.string(),
  field: z.string(),
  filled: z.int(),
  empty: z.int(),
  /** Records from files that do not keep the field. */
  notRecorded: z.int(),
});

/** What became of every row of every submission. It holds no value from a record. */
export const ingestReportSchema = z.object({
  files: z.array(fileReport),
  anonymity: z.record(z.string(), anonymity),
  completeness: z.array(completeness),
  totals: z.object({
    received: z.int(),
    accepted: z.int(),
    quarantined: z.int(),
    duplicates: z.int(),
  }),
});

export type IngestReport = z.infer<typeof ingestReportSchema>;
export type FileReport = IngestReport["files"][number];
export type ReasonReport = FileReport["reasons"][number];
export type Completeness = z.infer<typeof completeness>;
export type Anonymity = z.infer<typeof anonymity>;

/** @throws RangeError where rows were lost or counted twice: a bug, never a fault of the data. */
export function assertAddsUp({ received, accepted, quarantined, duplicates }: Counts): void {
  if (received !== accepted + quarantined + duplicates) {
    throw new RangeError("the rows of a submission do not add up");
  }
}

/** Whether a file was read and not one of its rows was good. */
export function isUseless({ state, received, accepted, duplicates }: FileReport): boolean {
  return state === "used" && received > 0 && accepted + duplicates === 0;
}

export type Counts = IngestReport["totals"];

export function sumCounts(files: readonly Counts[]): Counts {
  const sum = (name: keyof Counts) => files.reduce((total, file) => total + file[name], 0);
  return {
    received: sum("received"),
    accepted: sum("accepted"),
    quarantined: sum("quarantined"),
    duplicates: sum("duplicates"),
  };
}
