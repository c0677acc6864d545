import type { AttestationPredicate, Subject } from "../trust/statements/statements.ts";
import { nameFigure, sayReading } from "./describe-report.ts";
import type { RecomputeReport } from "./report.ts";

/** What an auditor says of themselves and of the day. */
export interface AuditorWords {
  readonly by: string;
  /** "2026-11-20". */
  readonly day: string;
  /** On whose behalf they act, and what ties them to the programme. */
  readonly independence: string;
}

/**
 * What an auditor attests: the result of a recomputation, whether it agrees or not, as the predicate of
 * an in-toto statement about the list of the release's files. A fault beside figures, such as SQL that
 * is not what its digest says, is told among what differs. The log is public, so of a restricted tier
 * it names the figures that differ and gives no number.
 */
export function makeAttestation(
  report: RecomputeReport,
  { by, day, independence }: AuditorWords,
): { subject: Subject; predicate: AttestationPredicate } {
  const { release, tier, subject, figures, agreed, software } = report;
  const say = (reading: Parameters<typeof sayReading>[0]) =>
    tier === "public" ? sayReading(reading) : null;
  return {
    subject,
    predicate: {
      ...{ release, tier, by, day },
      figures: { reperformed: figures - report.notRecomputable.length, agreed },
      differing: [
        ...report.differing.map((one) => ({
          figure: nameFigure(one),
          published: say(one.published),
          found: say(one.recomputed),
        })),
        ...report.faults.map(({ file, sentence }) => ({
          ...{ figure: file, published: null, found: sentence },
        })),
      ],
      notRecomputable: report.notRecomputable.map((one) => ({
        figure: nameFigure(one),
        why: one.why,
      })),
      ...{ software, independence },
    },
  };
}
