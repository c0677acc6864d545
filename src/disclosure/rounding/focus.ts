import { makeBundles, type Bundles } from "./bundles.ts";
import type { State, Sums } from "./state.ts";

/**
 * Lets a state be weighed through the bundles of the group whose variables are about to move, and
 * through the margins themselves for a free one. What it comes to is the same; all are whole numbers.
 */
export class Focus {
  readonly #state: State;
  readonly #margins: Sums;
  readonly #bundled: Sums;
  readonly #bundles: Bundles;
  /** The errors of bundles as they were found. */
  readonly #found: Float64Array;
  #group = -1;

  constructor(state: State) {
    const { ofVariable, weight } = state.sums;
    this.#state = state;
    this.#margins = state.sums;
    this.#bundles = makeBundles(ofVariable, weight, state.groups.members);
    this.#found = new Float64Array(this.#bundles.weight.length);
    this.#bundled = { ...this.#bundles, errors: new Float64Array(this.#found.length) };
  }

  /** @param group whose variable is to move; -1 for a free one */
  on(group: number): void {
    if (group === this.#group) return;
    if (this.#group >= 0) this.#leave(this.#group);
    if (group >= 0) this.#enter(group);
    this.#group = group;
    this.#state.sums = group < 0 ? this.#margins : this.#bundled;
  }

  #enter(group: number): void {
    const { first, margins } = this.#bundles;
    const { start, items } = margins;
    for (let bundle = first[group]!; bundle < first[group + 1]!; bundle++) {
      let sum = 0;
      for (let k = start[bundle]!; k < start[bundle + 1]!; k++) {
        sum += this.#margins.errors[items[k]!]!;
      }
      this.#found[bundle] = this.#bundled.errors[bundle] = sum;
    }
  }

  /** Passes on to the margins by how much their bundles have moved. */
  #leave(group: number): void {
    const { first, margins, weight } = this.#bundles;
    const { start, items } = margins;
    for (let bundle = first[group]!; bundle < first[group + 1]!; bundle++) {
      const moved = this.#bundled.errors[bundle]! - this.#found[bundle]!;
      if (moved === 0) continue;
      const amount = moved / weight[bundle]!;
      for (let k = start[bundle]!; k < start[bundle + 1]!; k++) {
        this.#margins.errors[items[k]!]! += amount * this.#margins.weight[items[k]!]!;
      }
    }
  }
}
