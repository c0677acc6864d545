import type { Recommendation, Status } from "./schema.ts";

type Step = Recommendation["status"][number];

/** What a recommendation has come to on a day. */
export interface Standing {
  readonly status: Status;
  /** The day of the step that made it so; null while no step was taken. */
  readonly since: string | null;
  readonly overdue: boolean;
  /** The steps taken by then, the oldest first. */
  readonly steps: readonly Step[];
}

/** After these nothing more is owed. */
export const finals: readonly Status[] = [
  "implemented (verified)",
  "closed unverified",
  "rejected",
];

/**
 * The status of a recommendation at the end of a day. It is overdue when its due day is over and
 * nobody has yet said that it is done: a claim ends the delay, whatever verification finds.
 */
export function standingAt({ status, due }: Recommendation, day: string): Standing {
  const steps = status.filter(({ on }) => on <= day);
  const last = steps.at(-1);
  const is = last?.is ?? "open";
  return {
    status: is,
    since: last?.on ?? null,
    overdue: (is === "open" || is === "in progress") && due < day,
    steps,
  };
}
