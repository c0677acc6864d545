import type { Figure, Revision } from "./schema.ts";

/**
 * Every figure that stood in the release before and reads differently now. A figure is the same
 * one when indicator, breakdown, category, months and statistic agree; figures that are new or
 * gone are no revisions.
 */
export function findRevisions(before: readonly Figure[], now: readonly Figure[]): Revision[] {
  const old = new Map(before.map((figure) => [keyOf(figure), figure]));
  return now.flatMap((figure) => {
    const was = old.get(keyOf(figure));
    if (was === undefined || (was.status === figure.status && was.value === figure.value))
      return [];
    const { indicator, breakdown, category, subcategory, from, to, statistic, unit } = figure;
    return [
      {
        indicator,
        breakdown,
        category,
        subcategory,
        from,
        to,
        statistic,
        unit,
        was: { status: was.status, value: was.value },
        now: { status: figure.status, value: figure.value },
      },
    ];
  });
}

function keyOf(figure: Figure): string {
  const { indicator, breakdown, category, subcategory, from, to, statistic } = figure;
  return [indicator, breakdown, category, subcategory ?? "", from, to, statistic].join("|");
}
