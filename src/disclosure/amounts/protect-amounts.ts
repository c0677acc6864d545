import type { Protection } from "../../../pipelines/4-disclosure/tiers.ts";
import type { Table } from "../../tables/table.ts";
import { attackTable } from "../../attack/attack.ts";
import { isDominated, isWithinPercent } from "../suppression/primary.ts";
import { suppressTable } from "../suppression/suppress.ts";
import { formatCents, sumCents, type AmountBase, type AmountRow } from "./amount-base.ts";
import { nameOfCell, type AmountCell } from "./amount-cells.ts";
import { makeClasses } from "./classes.ts";
import type { ShownAmount } from "./shown.ts";

export interface ProtectedAmounts {
  readonly cells: readonly ProtectedAmount[];
  /** Number of classes of base rows that no published sum tells apart. */
  readonly classes: number;
  readonly optimal: boolean;
}

export interface ProtectedAmount extends ShownAmount {
  readonly cell: AmountCell;
  /** Classes of the base that the sum adds up. */
  readonly members: readonly number[];
  readonly cents: number;
}

type AmountRule = Protection["amounts"]["value"];

/**
 * Hides sums of money: those that few cases or partners make up, and as few others as it takes that
 * none of them can be worked out.
 * @param base with a row for every combination of codes
 * @param hidden names of cells that a less public tier hides
 */
export async function protectAmounts(
  base: AmountBase,
  cells: readonly AmountCell[],
  rule: AmountRule,
  hidden: ReadonlySet<string>,
): Promise<ProtectedAmounts> {
  const { sums, members } = makeClasses(base, cells);
  const primary = cells.map((cell) => isSensitive(base, cell.members, rule));
  const done = await hideCells(
    {
      id: "amounts",
      kind: "amounts",
      inner: sums,
      cells: cells.map((cell, at) => ({
        value: members[at]!.reduce((sum, one) => sum + sums[one]!, 0),
        count: null,
        members: members[at]!,
      })),
      rule: { type: "p_percent", p: rule.pPercent },
      threshold: null,
    },
    cells.flatMap((_, at) => (primary[at] ? [at] : [])),
    cells.flatMap((cell, at) => (hidden.has(nameOfCell(cell)) ? [at] : [])),
  );
  return {
    cells: cells.map((cell, at) => {
      const cents = sumCents(cell.members.map((member) => base.rows[member]!));
      const state = primary[at] ? "primary" : done.hidden.has(at) ? "secondary" : "shown";
      return { cell, members: members[at]!, cents, total: formatCents(cents), state };
    }),
    classes: sums.length,
    optimal: done.optimal,
  };
}

/**
 * Hides what is sensitive and what protects it, and hides more where one of the latter could be told
 * to within p %: it need not be secret, but what is hidden is held to one measure.
 */
async function hideCells(
  table: Table,
  primary: readonly number[],
  forced: readonly number[],
): Promise<{ readonly hidden: ReadonlySet<number>; readonly optimal: boolean }> {
  const protectedOnes = new Set(primary);
  for (;;) {
    const done = await suppressTable(table, {
      ...{ width: 0, notZero: false, forced, primary: [...protectedOnes] },
    });
    const hidden = new Set([...done.primary, ...done.secondary]);
    const published = table.cells.map(({ value }, at) => (hidden.has(at) ? null : value));
    const { narrow } = await attackTable(table, { published });
    const more = narrow.filter((at) => !protectedOnes.has(at));
    if (more.length === 0) {
      return { hidden, optimal: done.optimal && protectedOnes.size === primary.length };
    }
    for (const at of more) protectedOnes.add(at);
  }
}

/** Whether a sum tells of few cases, or lets one partner tell another's part. An empty one does. */
export function isSensitive(
  base: AmountBase,
  members: readonly number[],
  rule: AmountRule,
): boolean {
  const rows = members.map((at) => base.rows[at]!);
  if (rows.reduce((sum, { cases }) => sum + cases, 0) < rule.cases) return true;
  const parts = listContributions(base, rows);
  const { largest, percent } = rule.dominance;
  return isWithinPercent(parts, rule.pPercent) || isDominated(parts, largest, percent);
}

/** What each partner adds to a sum. */
function listContributions({ dimensions }: AmountBase, rows: readonly AmountRow[]): number[] {
  const at = dimensions.indexOf("partner");
  const parts = new Map<string, number>();
  for (const { codes, cents } of rows) {
    parts.set(codes[at]!, (parts.get(codes[at]!) ?? 0) + cents);
  }
  return [...parts.values()];
}
