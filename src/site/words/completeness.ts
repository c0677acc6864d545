import type { CompletenessCount } from "../../release/schema.ts";

export interface Filled {
  readonly filled: number;
  readonly empty: number;
  readonly notRecorded: number;
}

/** Counts of several fields or partners together. */
export function addFilled(counts: readonly Filled[]): Filled {
  const sum = (name: keyof Filled): number => counts.reduce((all, one) => all + one[name], 0);
  return { filled: sum("filled"), empty: sum("empty"), notRecorded: sum("notRecorded") };
}

/** "98%", "not kept" where no file keeps the field, null without records; a part is said. */
export function sayFilled({ filled, empty, notRecorded }: Filled): string | null {
  const kept = filled + empty;
  if (kept === 0) return notRecorded === 0 ? null : "not kept";
  const share = (100 * filled) / kept;
  const percent =
    share > 0 && share < 1 ? "<1%" : share < 100 && share > 99 ? ">99%" : `${Math.round(share)}%`;
  return notRecorded === 0 ? percent : `${percent}*`;
}

/** One row for each field, one cell for each partner and all together. */
export function tabulateFields(
  counts: readonly CompletenessCount[],
  partners: readonly string[],
): (string | null)[][] {
  const fields = [...new Set(counts.map(({ field }) => field))];
  return fields.map((field) => {
    const own = counts.filter((one) => one.field === field);
    const cell = (partner: string): string | null =>
      sayFilled(addFilled(own.filter((one) => one.partner === partner)));
    return [field, sayFilled(addFilled(own)), ...partners.map(cell)];
  });
}
