import type { AmountBase } from "./amount-base.ts";
import type { AmountCell } from "./amount-cells.ts";

/** Rows of a base that stand in the same published sums, as one: no reader can tell them apart. */
export interface Classes {
  /** Sum of each class in the smallest unit of the currency. */
  readonly sums: readonly number[];
  /** Classes that each published cell adds up, ascending. */
  readonly members: readonly (readonly number[])[];
}

export function makeClasses(
  base: AmountBase,
  cells: readonly Pick<AmountCell, "members">[],
): Classes {
  const cellsOf = base.rows.map((): number[] => []);
  cells.forEach((cell, at) => {
    for (const member of cell.members) cellsOf[member]!.push(at);
  });
  const classes = new Map<string, number>();
  const sums: number[] = [];
  const members = cells.map((): number[] => []);
  base.rows.forEach(({ cents }, row) => {
    const own = cellsOf[row]!;
    if (own.length === 0) return;
    const key = own.join();
    let number = classes.get(key);
    if (number === undefined) {
      classes.set(key, (number = sums.length));
      sums.push(0);
      for (const cell of own) members[cell]!.push(number);
    }
    sums[number]! += cents;
  });
  return { sums, members };
}
