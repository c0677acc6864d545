/**
 * What a reader can find out about the counts behind published tallies. Written from the published
 * rules alone: nothing here knows how a tier was made.
 */

/** One published tally: its cells by key, each in the block of its shared columns. */
export interface AttackedTally {
  readonly name: string;
  readonly cells: ReadonlyMap<string, { readonly block: string; readonly count: number }>;
}

/** A view of one record kind: a tier of one release. */
export interface View {
  readonly release: string;
  /** Counts are multiples of this. */
  readonly base: number;
  readonly tables: readonly AttackedTally[];
  /** Whether the release speaks of the months of a block, be it by a 0. */
  covers(block: string): boolean;
}

export interface TallyFinding {
  readonly table: string;
  readonly block: string;
  readonly lower: number;
  readonly upper: number;
}

export interface TallyAttack {
  /** Intervals that were worked out. */
  readonly cells: number;
  /** The least number of counts that a reader has to reckon with for a cell; null without cells. */
  readonly narrowest: number | null;
  /** Cells with fewer possible counts than are asked for. */
  readonly narrow: readonly TallyFinding[];
}

interface Interval {
  lower: number;
  upper: number;
}

/**
 * Bounds on the true count of every cell of the first view, for a reader who knows all views: other
 * tiers of the same release, and earlier releases, whose counts he takes for the same counts as long
 * as the published numbers allow it. Tables of one kind count the same cases, so their totals agree
 * block by block; the bounds are exact for that, in whole numbers.
 * @param views the one that is attacked first; all of the same record kind
 * @param least so many counts each cell must leave to reckon with
 */
export function attackTallies(views: readonly View[], least: number): TallyAttack {
  const [own] = views as readonly [View, ...View[]];
  // Only views of other releases are held against what this one shows.
  const compared = views.some(({ release }) => release !== own.release) ? views : [];
  const shown = new Map(compared.map((view) => [view, describeBlocks(view)]));
  const blocks = new Map<string, { table: string; known: Interval[] }[]>();
  for (const table of own.tables) {
    const inBlock = Map.groupBy(table.cells, ([, { block }]) => block);
    for (const [block, cells] of inBlock) {
      const able = viewsOf(block, views, shown);
      const known = cells.map(([key, { count }]) => knowledge(able, table.name, key, count));
      const list = blocks.get(block);
      if (list === undefined) blocks.set(block, [{ table: table.name, known }]);
      else list.push({ table: table.name, known });
    }
  }
  const linked = own.tables.length > 1;
  let cells = 0;
  let narrowest: number | null = null;
  const narrow: TallyFinding[] = [];
  for (const [block, tables] of blocks) {
    // A table that shows nothing in the block could still hold one small count of it.
    const missing = linked && tables.length < own.tables.length;
    const totals = [
      ...tables.map(({ known }) => sum(known)),
      ...(missing ? [small(own.base)] : []),
    ];
    const total = linked ? intersect(totals) : undefined;
    for (const { table, known } of tables) {
      const whole = sum(known);
      for (const cell of known) {
        if (cell.lower === cell.upper && !linked) continue;
        const found = total === undefined ? cell : narrowBy(cell, whole, total);
        const values = found.upper - found.lower + 1;
        cells++;
        narrowest = Math.min(narrowest ?? Infinity, values);
        if (values < least) narrow.push({ table, block, ...found });
      }
    }
  }
  return { cells, narrowest, narrow };
}

/** What all views together say of one cell. */
function knowledge(views: readonly View[], table: string, key: string, count: number): Interval {
  const [own, ...others] = views as readonly [View, ...View[]];
  const known = standsFor(own, count);
  for (const view of others) {
    const said = view.tables.find(({ name }) => name === table)?.cells.get(key)?.count ?? 0;
    const more = standsFor(view, said);
    known.lower = Math.max(known.lower, more.lower);
    known.upper = Math.min(known.upper, more.upper);
  }
  return known;
}

/**
 * The views that speak of the same cases in a block: of the same release, and of earlier ones that
 * show the block unchanged; by the published rule a block that shows another number has changed.
 */
function viewsOf(
  block: string,
  [own, ...others]: readonly View[],
  shown: ReadonlyMap<View, ReadonlyMap<string, string>>,
): View[] {
  const same = new Set([own!.release]);
  const numbers = (view: View): string => shown.get(view)!.get(block) ?? "";
  for (const view of others) {
    if (same.has(view.release)) continue;
    if (view.base === own!.base && view.covers(block) && numbers(view) === numbers(own!)) {
      same.add(view.release);
    }
  }
  return [own!, ...others.filter((view) => same.has(view.release) && view.covers(block))];
}

/** All numbers of each block in one text. */
function describeBlocks({ tables }: View): Map<string, string> {
  const lines = tables.flatMap(({ name, cells }) =>
    [...cells].map(([key, { block, count }]) => ({ block, text: `${name} ${key}=${count}` })),
  );
  const grouped = Map.groupBy(lines, ({ block }) => block);
  return new Map(
    [...grouped].map(([block, own]) => [
      block,
      own
        .map(({ text }) => text)
        .sort()
        .join(";"),
    ]),
  );
}

/** The counts that a published one can stand for, by the rule that the release states. */
function standsFor(view: View, count: number): Interval {
  const reach = view.base - 1;
  if (view.tables.length > 1)
    return { lower: Math.max(count > 0 ? 1 : 0, count - reach), upper: count + reach };
  if (count > view.base) return { lower: count, upper: count };
  return count === 0 ? small(view.base) : { lower: 1, upper: view.base };
}

function small(base: number): Interval {
  return { lower: 0, upper: base - 1 };
}

function sum(known: readonly Interval[]): Interval {
  return known.reduce(
    (total, { lower, upper }) => ({ lower: total.lower + lower, upper: total.upper + upper }),
    { lower: 0, upper: 0 },
  );
}

function intersect(all: readonly Interval[]): Interval {
  return {
    lower: Math.max(...all.map(({ lower }) => lower)),
    upper: Math.min(...all.map(({ upper }) => upper)),
  };
}

/** A cell of a table whose total is known within bounds: the other cells leave it this much. */
function narrowBy(cell: Interval, whole: Interval, total: Interval): Interval {
  return {
    lower: Math.max(cell.lower, total.lower - (whole.upper - cell.upper)),
    upper: Math.min(cell.upper, total.upper - (whole.lower - cell.lower)),
  };
}
