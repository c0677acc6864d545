import type { Programme } from "../programme.ts";
import type { FileCounts } from "./count.ts";
import type { PlannedFile } from "./group.ts";
import type { SubmissionFile } from "./submissions.ts";

/** What the ingest has seen, of which the records of observed kinds are made. */
export interface Seen {
  readonly programme: Programme;
  readonly cutOff: string;
  /** Kinds that partners submit. */
  readonly kinds: readonly string[];
  /** Every submission of the programme, those that were replaced among them. */
  readonly files: readonly SubmissionFile[];
  /** Those that were read, and what became of their rows. */
  readonly read: readonly (PlannedFile & { readonly outcome: FileCounts })[];
}

/** A record of an observed kind: its partner, and a value for each field but the key. */
export type ObservedRecord = Readonly<Record<string, string | number>> & {
  readonly partner: string;
};
