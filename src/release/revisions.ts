import type { Figure, Revision } from "./schema.ts";

/**
 * Finds and marks every figure that stood in the release before and reads differently now. A figure
 * is the same one when indicator, breakdown, category, months and statistic agree; figures that are
 * new or gone are no revisions.
 */
export class Revised {
  readonly #before: ReadonlyMap<string, Figure>;
  readonly list: Revision[] = [];

  constructor(before: readonly Figure[]) {
    this.#before = new Map(before.map((figure) => [keyOf(figure), figure]));
  }

  /** The figure, marked `[r]` where it shows another number than before. */
  mark<F extends Figure>(figure: F): F {
    const was = this.#before.get(keyOf(figure));
    if (was === undefined || (was.status === figure.status && was.value === figure.value)) {
      return figure;
    }
    const { indicator, breakdown, category, subcategory, from, to, statistic, unit } = figure;
    this.list.push({
      ...{ indicator, breakdown, category, subcategory, from, to, statistic, unit },
      was: { status: was.status, value: was.value },
      now: { status: figure.status, value: figure.value },
    });
    return figure.status === "value" ? { ...figure, mark: "[r]" as const } : figure;
  }
}

function keyOf(figure: Figure): string {
  const { indicator, breakdown, category, subcategory, from, to, statistic } = figure;
  return [indicator, breakdown, category, subcategory ?? "", from, to, statistic].join("|");
}
