import type { FileReport } from "../records/report.ts";
import type { Submission } from "./schema.ts";

/**
 * The files that a release stands on, in the order of partner, kind and period.
 * @param digests whether to say them: a small file could be guessed from its digest
 */
export function listSubmissions(files: readonly FileReport[], digests: boolean): Submission[] {
  return files
    .filter(({ state }) => state === "used")
    .map(({ partner, kind, period, receivedOn, sha256 }) => ({
      ...{ partner, kind: kind!, period: { from: period!.from, to: period!.to } },
      received: receivedOn,
      sha256: digests ? sha256 : null,
    }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** What a later release stands on that an earlier one did not. */
export interface SubmissionChange extends Pick<Submission, "partner" | "kind" | "period"> {
  /**
   * "replaced": the period was over when the earlier file was received, or it is gone; "later": there
   * was no file, or its period was still running; "elapsed": the same file, of which more days count.
   */
  readonly what: "replaced" | "later" | "elapsed";
  readonly received: string | null;
}

interface Standing {
  readonly submissions: readonly Submission[];
  readonly cutOff: string;
}

/** Compares what two releases stand on. */
export function compareSubmissions(before: Standing, now: Standing): SubmissionChange[] {
  const old = new Map(before.submissions.map((one) => [keyOf(one), one]));
  const present = new Set(now.submissions.map(keyOf));
  const changes = now.submissions.flatMap((one): SubmissionChange[] => {
    const { partner, kind, period, received } = one;
    const what = changeOf(old.get(keyOf(one)), one, before.cutOff < now.cutOff, before.cutOff);
    return what === undefined ? [] : [{ partner, kind, period, received, what }];
  });
  const gone = before.submissions.filter((one) => !present.has(keyOf(one)));
  return [
    ...changes,
    ...gone.map(({ partner, kind, period }) => ({
      ...{ partner, kind, period, received: null, what: "replaced" as const },
    })),
  ];
}

function changeOf(
  old: Submission | undefined,
  now: Submission,
  moved: boolean,
  cutOff: string,
): SubmissionChange["what"] | undefined {
  if (old === undefined) return "later";
  if (old.received !== now.received) {
    const running = old.received !== null && old.received <= old.period.to;
    return running ? "later" : "replaced";
  }
  return moved && lastDayOf(now) > cutOff ? "elapsed" : undefined;
}

/** The last day of which a file can speak. */
function lastDayOf({ received, period }: Submission): string {
  return received ?? period.to;
}

function keyOf({ partner, kind, period }: Submission): string {
  return [partner ?? "", kind, period.from, period.to].join("|");
}
