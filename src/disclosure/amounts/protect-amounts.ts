import type { Protection } from "../../../pipelines/4-disclosure/tiers.ts";
import type { Table } from "../../tables/table.ts";
import { attackTable } from "../../attack/attack.ts";
import { isDominated, isWithinPercent } from "../suppression/primary.ts";
import { suppressTable } from "../suppression/suppress.ts";
import { formatCents, sumCents, type AmountBase, type AmountRow } from "./amount-base.ts";
import { nameOfCell, type AmountCell } from "./amount-cells.ts";
import { makeClasses } from "./classes.ts";
import type { KnownSum } from "./said-sums.ts";
import type { ShownAmount } from "./shown.ts";

export interface ProtectedAmounts {
  readonly cells: readonly ProtectedAmount[];
  /** What a reader of earlier releases knows, and what he may not be told by them and this one. */
  readonly known: readonly KnownAmount[];
  /** Cells, and after them what is known, that what earlier releases have shown tells by itself. */
  readonly told: ReadonlySet<number>;
  /** Number of classes of base rows that no published sum tells apart. */
  readonly classes: number;
  readonly optimal: boolean;
}

/** A sum beside those of the release; null: hidden. */
export interface KnownAmount {
  readonly members: readonly number[];
  readonly cents: number | null;
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
 * none of them can be worked out, be it with the sums of earlier releases.
 * @param base with a row for every combination of codes
 * @param hidden names of cells that a less public tier hides
 * @param known from earlier releases
 */
export async function protectAmounts(
  base: AmountBase,
  cells: readonly AmountCell[],
  rule: AmountRule,
  hidden: ReadonlySet<string>,
  known: readonly KnownSum[] = [],
): Promise<ProtectedAmounts> {
  const all = [...cells, ...known];
  const { sums, members } = makeClasses(base, all);
  const said = new Set(known.filter(({ isSaid }) => isSaid).map((one) => one.members.join()));
  const isOut = (cell: AmountCell): boolean => said.has(cell.members.join());
  const primary = cells.map((cell) => !isOut(cell) && isSensitive(base, cell.members, rule));
  const states = [
    ...cells.map((cell, at): Wish => {
      if (primary[at]) return "secret";
      return hidden.has(nameOfCell(cell)) && !isOut(cell) ? "hidden" : "open";
    }),
    ...known.map(({ isSaid }): Wish => (isSaid ? "shown" : "secret")),
  ];
  const done = await hideCells(
    {
      id: "amounts",
      kind: "amounts",
      inner: sums,
      cells: all.map((_, at) => ({
        value: members[at]!.reduce((sum, one) => sum + sums[one]!, 0),
        count: null,
        members: members[at]!,
      })),
      rule: { type: "p_percent", p: rule.pPercent },
      threshold: null,
    },
    states,
    cells.length,
  );
  return {
    cells: cells.map((cell, at) => {
      const cents = sumCents(cell.members.map((member) => base.rows[member]!));
      const state = !done.hidden.has(at) ? "shown" : primary[at] ? "primary" : "secondary";
      return { cell, members: members[at]!, cents, total: formatCents(cents), state };
    }),
    known: listKnown(base, known, members.slice(cells.length)),
    told: done.told,
    classes: sums.length,
    optimal: done.optimal,
  };
}

/** What earlier releases add, in the classes of the base. */
export function listKnown(
  base: AmountBase,
  known: readonly KnownSum[],
  members: readonly (readonly number[])[],
): KnownAmount[] {
  return known.map(({ isSaid, members: rows }, at) => ({
    members: members[at]!,
    cents: isSaid ? sumCents(rows.map((row) => base.rows[row]!)) : null,
  }));
}

/** What is to become of a sum; hidden: it need not be secret, but is not shown. */
type Wish = "secret" | "hidden" | "shown" | "open";

/**
 * Hides what is secret and what protects it, and hides more where one of the latter could be told
 * to within p %: it need not be secret, but what is hidden is held to one measure. What earlier
 * releases tell by themselves no hiding can take back: it is shown where they tell it to the cent,
 * and else hidden.
 * @param own so many cells, the first, are of the release itself
 */
async function hideCells(
  table: Table & { readonly rule: { readonly p: number } },
  wishes: readonly Wish[],
  own: number,
): Promise<{
  readonly hidden: ReadonlySet<number>;
  readonly told: ReadonlySet<number>;
  readonly optimal: boolean;
}> {
  const list = (wish: Wish): number[] => wishes.flatMap((one, at) => (one === wish ? [at] : []));
  const { told, exactly, near } = await findTold(table, list("shown"));
  const secret = new Set(list("secret").filter((at) => !near.has(at)));
  const never = [...list("shown"), ...exactly];
  const forced = [...list("hidden"), ...list("secret").filter((at) => near.has(at))].filter(
    (at) => !exactly.has(at),
  );
  const before = secret.size;
  for (;;) {
    const done = await suppressTable(table, {
      ...{ width: 0, notZero: false, forced, never },
      primary: [...secret],
    });
    const hidden = new Set([...done.primary, ...done.secondary]);
    const published = table.cells.map(({ value }, at) => (hidden.has(at) ? null : value));
    const { narrow } = await attackTable(table, { published });
    const more = narrow.filter((at) => at < own && !secret.has(at) && !told.has(at));
    if (more.length === 0) return { hidden, told, optimal: done.optimal && secret.size === before };
    for (const at of more) secret.add(at);
  }
}

/** Sums of the release and of earlier ones, by what a reader of what was said before can tell of them already. */
interface Told {
  /** To within p %. */
  readonly told: ReadonlySet<number>;
  /** To the cent. */
  readonly exactly: ReadonlySet<number>;
  /** To within p % of the sum on one side of it, so that it cannot be had on both. */
  readonly near: ReadonlySet<number>;
}

async function findTold(
  table: Table & { readonly rule: { readonly p: number } },
  said: readonly number[],
): Promise<Told> {
  if (said.length === 0) return { told: new Set(), exactly: new Set(), near: new Set() };
  const published = table.cells.map(() => null as number | null);
  for (const at of said) published[at] = table.cells[at]!.value;
  const { cells, narrow, exact } = await attackTable(table, { published });
  const near = cells.filter(({ index, lower, upper }) => {
    const { value } = table.cells[index]!;
    const reach = (table.rule.p / 100) * value;
    return lower > value - reach || (upper ?? Infinity) < value + reach;
  });
  return {
    told: new Set(narrow),
    exactly: new Set(exact),
    near: new Set([...narrow, ...near.map(({ index }) => index)]),
  };
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
