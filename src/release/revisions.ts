import { releaseProblems } from "./problems.ts";
import type { RevisionCauses } from "./revision-causes.ts";
import type { Figure, Revision, RevisionKind } from "./schema.ts";

/**
 * Finds and marks every figure that stood in the release before and reads differently now. A figure
 * is the same one when indicator, breakdown, category, months and statistic agree; figures that are
 * new or gone are no revisions.
 */
export class Revised {
  readonly #before: ReadonlyMap<string, Figure>;
  readonly #causes: Pick<RevisionCauses, "find"> | undefined;
  readonly list: Revision[] = [];

  /** @param causes undefined where there is no release before */
  constructor(before: readonly Figure[], causes: Pick<RevisionCauses, "find"> | undefined) {
    this.#before = new Map(before.map((figure) => [keyOf(figure), figure]));
    this.#causes = causes;
  }

  /**
   * The figure, marked `[r]` where it shows another number than before.
   * @throws Problem where it does and nothing explains it
   */
  mark<F extends Figure>(figure: F): F {
    const was = this.#before.get(keyOf(figure));
    if (was === undefined || (was.status === figure.status && was.value === figure.value)) {
      return figure;
    }
    const cause = this.#causes?.find(figure);
    if (cause === undefined) throw releaseProblems.unexplained(figure.indicator);
    const { indicator, breakdown, category, subcategory, from, to, statistic, unit } = figure;
    this.list.push({
      ...{ indicator, breakdown, category, subcategory, from, to, statistic, unit },
      was: { status: was.status, value: was.value },
      now: { status: figure.status, value: figure.value },
      ...cause,
      change: changeOf(was, figure),
    });
    return figure.status === "value" ? { ...figure, mark: "[r]" as const } : figure;
  }

  /** How many figures were revised, by kind. */
  count(): Partial<Record<RevisionKind, number>> {
    const kinds = Map.groupBy(this.list, ({ kind }) => kind);
    return Object.fromEntries([...kinds].map(([kind, own]) => [kind, own.length]));
  }
}

/** A share or score has no sensible change in per cent: it is a fraction already. */
function changeOf(was: Figure, now: Figure): Revision["change"] {
  if (was.value === null || now.value === null) return { absolute: null, relative: null };
  const difference = now.value - was.value;
  const fraction = was.value === 0 || ["share", "points", "score"].includes(now.unit);
  return {
    absolute: tidy(difference),
    relative: fraction ? null : tidy(difference / Math.abs(was.value)),
  };
}

/** 0.09999999999999998 as 0.1. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function keyOf(figure: Figure): string {
  const { indicator, breakdown, category, subcategory, from, to, statistic } = figure;
  return [indicator, breakdown, category, subcategory ?? "", from, to, statistic].join("|");
}
