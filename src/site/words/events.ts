import type { About } from "../../release/schema.ts";
import { formatMonth } from "./dates.ts";

/** Something that happened, as a time line marks it: by a letter, with its words beside the chart. */
export interface MarkedEvent {
  readonly at: string;
  readonly letter: string;
  /** "June 2025: A new chair took office". */
  readonly says: string;
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/**
 * What happened from one month to another, in order. An event has the same letter on every chart of a
 * release; those after the twenty-sixth are left out.
 */
export function listMarks({ events }: Pick<About, "events">, from: string, to: string) {
  return events.slice(0, letters.length).flatMap(({ month, title }, at): MarkedEvent[] => {
    const says = `${formatMonth(month)}: ${title}`;
    return from <= month && month <= to ? [{ at: month, letter: letters[at]!, says }] : [];
  });
}

/** One rule for each month, with the letters of all that happened in it. */
export function groupMarks(marks: readonly MarkedEvent[]): { at: string; words: string }[] {
  return [...Map.groupBy(marks, ({ at }) => at)].map(([at, own]) => ({
    at,
    words: own.map(({ letter }) => letter).join(" "),
  }));
}

/** All marks of a chart in a sentence, for who does not see it; empty where there are none. */
export function sayMarks(marks: readonly MarkedEvent[]): string {
  if (marks.length === 0) return "";
  return ` Marked: ${marks.map(({ letter, says }) => `${letter}, ${says}`).join("; ")}.`;
}
