/** A cell of a group, what it can become, and what the release before has said of it. */
export interface KeptCell {
  readonly group: string;
  readonly low: number;
  readonly high: number;
  /** Undefined where the release before has not spoken of its month. */
  readonly said: number | undefined;
}

/**
 * The groups of cells that keep the numbers of the release before: those in which each can still be
 * said. So numbers that move tell that something in the group has changed, and none of a group that
 * has not is ever rounded twice.
 */
export function findKept(cells: readonly KeptCell[]): Set<string> {
  const kept = new Set(cells.map(({ group }) => group));
  for (const { group, low, high, said } of cells) {
    if (said === undefined || (said !== low && said !== high)) kept.delete(group);
  }
  return kept;
}
