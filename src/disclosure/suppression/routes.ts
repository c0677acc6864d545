import type { SolverLimits } from "../../engines/highs.ts";
import { tolerance } from "./cuts.ts";
import type { Choice } from "./optimum.ts";
import { Reader } from "./reader.ts";
import { Router } from "./router.ts";
import type { Fate, Structure } from "./structure.ts";

/** Whether a reader is left in as much doubt of a hidden group as it needs. */
export function isProtected(structure: Structure, reader: Reader, group: number): boolean {
  return Object.values(
    missing(structure, group, reader.reach(group, 1), reader.reach(group, -1)),
  ).every((by) => by <= tolerance);
}

interface Missing {
  /** How much further the group has to rise, and to fall. */
  readonly rise: number;
  readonly fall: number;
}

function missing(structure: Structure, group: number, up: number, down: number): Missing {
  const { upper, lower, width } = structure.groups[group]!.need;
  const rise = Math.max(0, upper - up, width - up - down);
  return { rise, fall: Math.max(0, lower - down) };
}

/** Proofs that are tried anew to show again what was hidden; then the rest stays hidden. */
const mostProofs = 6000;

/**
 * A choice for tables that are too large for the best one: group by group the cheapest way to let it
 * move as far as it needs, then what turned out not to be needed is shown again, dearest first.
 * @returns null when a group cannot be protected
 */
export async function chooseByRoutes(
  structure: Structure,
  fates: readonly Fate[],
  limits: SolverLimits,
): Promise<Choice | null> {
  using reader = await Reader.open(structure, fates, limits);
  const hidden = new Set<number>();
  {
    using router = await Router.open(structure, fates, limits);
    if (!protectAll(structure, fates, reader, router, hidden)) return null;
  }
  const witnesses = new Witnesses(structure, reader);
  const all = [...fates.keys()].filter((group) => fates[group] === "hidden" || hidden.has(group));
  for (const group of all) witnesses.prove(group);
  for (const group of [...hidden].sort(
    (a, b) => costOf(structure, b) - costOf(structure, a) || a - b,
  )) {
    if (witnesses.proofs > mostProofs) break;
    reader.hide(group, 0);
    const touched = all.filter((one) => one !== group && witnesses.moves(one, group));
    const kept = witnesses.keep(touched);
    witnesses.forget(group);
    if (touched.every((one) => witnesses.prove(one))) {
      hidden.delete(group);
      all.splice(all.indexOf(group), 1);
    } else {
      reader.hide(group, 1);
      witnesses.restore(kept);
      witnesses.prove(group);
    }
  }
  const chosen = [...hidden].sort((a, b) => a - b);
  return { hidden: chosen, cost: chosen.reduce((sum, group) => sum + costOf(structure, group), 0) };
}

function costOf({ groups }: Structure, group: number): number {
  return groups[group]!.cost;
}

function protectAll(
  structure: Structure,
  fates: readonly Fate[],
  reader: Reader,
  router: Router,
  hidden: Set<number>,
): boolean {
  const waiting = [...fates.keys()].filter((group) => fates[group] === "hidden");
  for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
    for (;;) {
      const [up, down] = [reader.reach(group, 1), reader.reach(group, -1)];
      const { rise, fall } = missing(structure, group, up, down);
      if (rise <= tolerance && fall <= tolerance) break;
      const route =
        fall > tolerance
          ? router.route(group, -1, structure.groups[group]!.need.lower)
          : router.route(group, 1, up + rise);
      const more = route?.filter((one) => fates[one] === "open" && !hidden.has(one)) ?? [];
      if (more.length === 0) return false;
      for (const one of more) {
        hidden.add(one);
        waiting.push(one);
        reader.hide(one, 1);
        router.hide(one);
      }
    }
  }
  return true;
}

/** For each hidden group two tables that leave a reader in doubt of it: where they move, and by how much. */
class Witnesses {
  readonly #structure: Structure;
  readonly #reader: Reader;
  readonly #moved = new Map<number, ReadonlySet<number>>();
  /** How many were tried. */
  proofs = 0;

  constructor(structure: Structure, reader: Reader) {
    this.#structure = structure;
    this.#reader = reader;
  }

  /** Finds them anew; false where the group is not protected. */
  prove(group: number): boolean {
    this.proofs++;
    const up = this.#reader.reach(group, 1);
    const rising = Number.isFinite(up) ? this.#groupsOf(this.#reader.change()) : this.#all();
    const { rise, fall } = missing(this.#structure, group, up, 0);
    if (rise <= tolerance && fall <= tolerance) {
      this.#moved.set(group, rising);
      return true;
    }
    const down = this.#reader.reach(group, -1);
    const left = missing(this.#structure, group, up, down);
    if (left.rise > tolerance || left.fall > tolerance) return false;
    this.#moved.set(group, new Set([...rising, ...this.#groupsOf(this.#reader.change())]));
    return true;
  }

  moves(group: number, other: number): boolean {
    return this.#moved.get(group)!.has(other);
  }

  keep(groups: readonly number[]): Map<number, ReadonlySet<number>> {
    return new Map(groups.map((group) => [group, this.#moved.get(group)!]));
  }

  restore(kept: ReadonlyMap<number, ReadonlySet<number>>): void {
    for (const [group, moved] of kept) this.#moved.set(group, moved);
  }

  forget(group: number): void {
    this.#moved.delete(group);
  }

  /** Groups that a change of the columns changes. */
  #groupsOf(change: Float64Array): Set<number> {
    const moved = new Set<number>();
    for (const [at, { columns }] of this.#structure.groups.entries()) {
      const by = columns.reduce((sum, column) => sum + change[column]!, 0);
      if (Math.abs(by) > tolerance) moved.add(at);
    }
    return moved;
  }

  #all(): Set<number> {
    return new Set(this.#structure.groups.keys());
  }
}
