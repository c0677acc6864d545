import type { SolverLimits } from "../../engines/highs.ts";
import type { Choice } from "./optimum.ts";
import { Reader } from "./reader.ts";
import type { Fate, Structure } from "./structure.ts";

/** Groups that are a choice at the same time: the more, the slower each question is. */
const windowSize = 64;

/**
 * A choice for tables that are too large for the best one: hides all that may be hidden, then shows
 * again what is not needed, dearest first. On the way only `required` groups are looked at; a group
 * that turns out to be hidden in vain is shown, or becomes required itself.
 * @returns null when a group that must be hidden cannot be protected
 */
export async function chooseByShowing(
  structure: Structure,
  fates: readonly Fate[],
  limits: SolverLimits,
): Promise<Choice | null> {
  const { groups } = structure;
  const forced = [...fates.keys()].filter((group) => fates[group] === "hidden");
  const open = [...fates.keys()].filter((group) => fates[group] === "open");
  open.sort((a, b) => groups[b]!.cost - groups[a]!.cost || a - b);
  const start = await findStart(structure, forced, open, limits);
  if (start === null) return null;
  const required = new Set(forced);
  for (;;) {
    const showing = new Showing(structure, required, new Set(start), limits);
    await showing.show(open.filter((group) => start.has(group)));
    const vain = await showing.findUnprotected();
    if (vain.length > 0 && !(await showing.showAll(vain))) {
      for (const group of vain) required.add(group);
      continue;
    }
    const hidden = open.filter((group) => showing.hidden.has(group)).sort((a, b) => a - b);
    return { hidden, cost: hidden.reduce((sum, group) => sum + groups[group]!.cost, 0) };
  }
}

/**
 * The largest set in which all that is hidden is protected, with the cheapest groups only: as many of
 * the dearest as possible are shown from the start.
 */
async function findStart(
  structure: Structure,
  forced: readonly number[],
  open: readonly number[],
  limits: SolverLimits,
): Promise<Set<number> | null> {
  const settle = (shown: number): Promise<Set<number> | null> =>
    dropUnprotected(structure, forced, new Set([...forced, ...open.slice(shown)]), limits);
  let [best, few, many] = [await settle(0), 0, open.length];
  if (best === null) return null;
  while (many - few > windowSize) {
    const middle = (few + many) >> 1;
    const found = await settle(middle);
    if (found === null) many = middle;
    else [best, few] = [found, middle];
  }
  return best;
}

/** Shows what cannot be protected, again and again; null where that comes to a forced group. */
async function dropUnprotected(
  structure: Structure,
  forced: readonly number[],
  hidden: Set<number>,
  limits: SolverLimits,
): Promise<Set<number> | null> {
  for (;;) {
    const showing = new Showing(structure, new Set(forced), hidden, limits);
    if ((await showing.findUnprotected(forced)).length > 0) return null;
    const vain = await showing.findUnprotected();
    if (vain.length === 0) return hidden;
    for (const group of vain) hidden.delete(group);
  }
}

/** What is hidden at the moment, of which more and more is shown. */
class Showing {
  readonly hidden: Set<number>;
  readonly #structure: Structure;
  readonly #limits: SolverLimits;
  /** In the order in which they are asked about: those first that were found unprotected last. */
  #required: number[];

  constructor(
    structure: Structure,
    required: ReadonlySet<number>,
    hidden: Set<number>,
    limits: SolverLimits,
  ) {
    this.hidden = hidden;
    this.#structure = structure;
    this.#required = [...required];
    this.#limits = limits;
  }

  /** Shows as many of the groups as possible, in their order as far as one excludes another. */
  async show(groups: readonly number[]): Promise<void> {
    for (let at = 0; at < groups.length; at += windowSize) {
      const window = groups.slice(at, at + windowSize);
      using reader = await this.#open(window);
      this.#tryToShow(reader, window);
    }
  }

  /** Shows all of the groups or none; says whether it did. */
  async showAll(groups: readonly number[]): Promise<boolean> {
    using reader = await this.#open(groups);
    return this.#hold(reader, groups);
  }

  /** Hidden groups of these, or all, that a reader is told too much of. */
  async findUnprotected(groups: Iterable<number> = this.hidden): Promise<number[]> {
    using reader = await this.#open([]);
    return [...groups].filter((group) => !reader.protects(group));
  }

  async #open(window: readonly number[]): Promise<Reader> {
    const open = new Set(window);
    const fates = this.#structure.groups.map((_, group): Fate => {
      if (open.has(group)) return "open";
      return this.hidden.has(group) ? "hidden" : "shown";
    });
    const reader = await Reader.open(this.#structure, fates, this.#limits);
    for (const group of window) reader.hide(group, 1);
    return reader;
  }

  #tryToShow(reader: Reader, groups: readonly number[]): void {
    if (this.#hold(reader, groups) || groups.length === 1) return;
    const half = groups.length >> 1;
    this.#tryToShow(reader, groups.slice(0, half));
    this.#tryToShow(reader, groups.slice(half));
  }

  /** Shows the groups if what is required stays protected. */
  #hold(reader: Reader, groups: readonly number[]): boolean {
    for (const group of groups) {
      this.hidden.delete(group);
      reader.hide(group, 0);
    }
    const at = this.#required.findIndex(
      (group) => this.hidden.has(group) && !reader.protects(group),
    );
    if (at < 0) return true;
    this.#required.unshift(...this.#required.splice(at, 1));
    for (const group of groups) {
      this.hidden.add(group);
      reader.hide(group, 1);
    }
    return false;
  }
}
