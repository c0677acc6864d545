import { array, constantFrom, integer, record } from "fast-check";
import type { Measure } from "../../src/measures/measure.ts";

/** What the rows are estimated with. */
export const options = { within: [10], quantiles: [0.5, 0.9] };

/** Rows as a measure may get them: several for the same bin, money with cents. */
export function anyRows(measure: Measure) {
  const cell = (name: string, role: string) => {
    if (name === "status") return constantFrom("closed", "open");
    if (name === "stratum" || name === "cluster") return constantFrom("", "a", "b");
    // Groups of one stratum carry the same reference, which rows at random do not.
    if (name === "compared") return constantFrom("b");
    if (name === "weight") return constantFrom("0.5", "1", "1.0", "3");
    if (name === "score") return constantFrom("0", "1", "2.5");
    if (/denominator_n|known_n|trials_n/.test(name)) return integer({ min: 30, max: 60 });
    if (role === "decimal") return integer({ min: 0, max: 999 }).map((cents) => `${cents}.25`);
    return integer({ min: 0, max: 30 });
  };
  const columns = measure.columns.map(({ name, role }) => [name, cell(name, role)] as const);
  return array(record(Object.fromEntries(columns)), { maxLength: 25 });
}
