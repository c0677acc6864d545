import type { SolverLimits } from "../../engines/highs.ts";
import { findCut, violation, type Cut } from "./cuts.ts";
import { Master } from "./master.ts";
import { Reader, tolerance } from "./reader.ts";
import type { Fate, Structure } from "./structure.ts";

export interface Choice {
  /** Open groups to be hidden, ascending. */
  readonly hidden: readonly number[];
  /** What they cost. */
  readonly cost: number;
}

/**
 * Finds the cheapest choice among the groups whose fate is open, such that every hidden group has
 * what it needs; of equal ones that with the fewest cells, and of these always the same. Cuts are
 * generated until the cheapest choice that fulfils them is sufficient: first for groups hidden in
 * part, which is fast and finds nearly all of them, then for whole groups.
 * Source: Fischetti and Salazar-González 2000, see `findCut`; a group that is hidden in vain is cut
 * off like one that is told too narrowly, their "bridgeless" inequalities.
 * @param most what the choice may cost
 * @returns null when no choice is sufficient
 */
export async function chooseOptimally(
  structure: Structure,
  fates: readonly Fate[],
  most: number,
  limits: SolverLimits,
): Promise<Choice | null> {
  const open = [...fates.keys()].filter((group) => fates[group] === "open");
  using reader = await Reader.open(structure, fates, limits);
  using master = await Master.open(structure, open, most, limits);
  const search = new Search(structure, fates, reader);
  let whole = false;
  for (;;) {
    const shares = master.solve();
    if (shares === null) return null;
    const cuts = search.findCuts(open, shares);
    if (cuts.some(({ weights, unless }) => weights.size === 0 && unless === null)) return null;
    if (cuts.length > 0) master.add(cuts);
    else if (!whole) {
      whole = true;
      await master.makeWhole();
    } else return toChoice(structure, open, shares);
  }
}

function toChoice({ groups }: Structure, open: readonly number[], shares: Float64Array): Choice {
  const hidden = open.filter((_, at) => shares[at] === 1);
  return { hidden, cost: hidden.reduce((sum, group) => sum + groups[group]!.cost, 0) };
}

/** Looks for what is told too narrowly; first where it was found last, for there it is found again. */
class Search {
  readonly #structure: Structure;
  readonly #reader: Reader;
  /** How far a group may rise that is hidden in part: the more, the fewer cuts are found. */
  readonly #most: number;
  /** Groups that are hidden anyway, and not protected without any choice. */
  readonly #watched: readonly number[];
  #recent: readonly number[];
  #shares = new Map<number, number>();

  constructor(structure: Structure, fates: readonly Fate[], reader: Reader) {
    const { groups } = structure;
    this.#structure = structure;
    this.#reader = reader;
    this.#most = 2 * Math.max(...groups.map(({ need }) => Math.max(need.upper, need.width)));
    this.#watched = [...fates.keys()].filter(
      (group) => fates[group] === "hidden" && this.#ask(group, false) !== null,
    );
    this.#recent = this.#watched;
  }

  findCuts(open: readonly number[], shares: Float64Array): Cut[] {
    for (const [at, group] of open.entries()) this.#hide(group, shares[at]!);
    const found = this.#askAll(this.#recent);
    if (found.length > 0) return found;
    const all = this.#askAll(this.#watched);
    return [...all, ...this.#askOpen(open)];
  }

  #hide(group: number, share: number): void {
    if (this.#shares.get(group) === share) return;
    this.#shares.set(group, share);
    this.#reader.hide(group, share, this.#most);
  }

  #askAll(groups: readonly number[]): Cut[] {
    const cuts: Cut[] = [];
    this.#recent = groups.filter((group) => {
      const cut = this.#ask(group, false);
      if (cut !== null) cuts.push(cut);
      return cut !== null;
    });
    if (cuts.length === 0) this.#recent = this.#watched;
    return cuts;
  }

  #askOpen(open: readonly number[]): Cut[] {
    return open.flatMap((group) =>
      this.#shares.get(group)! > tolerance ? (this.#ask(group, true) ?? []) : [],
    );
  }

  /** A cut that the shares violate; those that a group itself decides may be fulfilled. */
  #ask(group: number, open: boolean): Cut | null {
    const { need } = this.#structure.groups[group]!;
    const share = open ? this.#shares.get(group)! : 1;
    const cut = findCut(this.#reader, { group, need, share, open });
    if (cut === null) return null;
    return violation(cut, (at) => this.#shares.get(at) ?? 0) > tolerance ? cut : null;
  }
}
