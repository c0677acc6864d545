/** Lists of numbers one after the other: list i is items[start[i]] to before items[start[i + 1]]. */
export interface Lists {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** The lists at the given places, in their order. */
export function pickLists({ start, items }: Lists, places: Int32Array): Lists {
  const sizes = places.map((place) => start[place + 1]! - start[place]!);
  const ownStart = addUp(sizes);
  const own = new Int32Array(ownStart.at(-1)!);
  places.forEach((place, at) => {
    own.set(items.subarray(start[place], start[place + 1]), ownStart[at]);
  });
  return { start: ownStart, items: own };
}

/**
 * Turns lists round: which lists hold each item. They stand in the order in which the lists are
 * taken.
 * @param count items run from 0 to count − 1
 * @param order the lists in the order in which they are taken
 */
export function invertLists({ start, items }: Lists, count: number, order: Int32Array): Lists {
  const sizes = new Int32Array(count);
  for (const item of items) sizes[item]! += 1;
  const ownStart = addUp(sizes);
  const next = ownStart.slice();
  const own = new Int32Array(items.length);
  for (const list of order) {
    const end = start[list + 1]!;
    for (let k = start[list]!; k < end; k++) own[next[items[k]!]!++] = list;
  }
  return { start: ownStart, items: own };
}

/** Where lists of such sizes start, and, last, where all of them end. */
export function addUp(sizes: Int32Array): Int32Array {
  const start = new Int32Array(sizes.length + 1);
  for (let at = 0; at < sizes.length; at++) start[at + 1] = start[at]! + sizes[at]!;
  return start;
}

/** 0 to count − 1. */
export function countUp(count: number): Int32Array {
  return new Int32Array(count).map((_, at) => at);
}

/** A list of whole numbers that grows. */
export class Growing {
  #items = new Int32Array(1024);
  length = 0;

  push(item: number): void {
    if (this.length === this.#items.length) {
      const longer = new Int32Array(this.length * 2);
      longer.set(this.#items);
      this.#items = longer;
    }
    this.#items[this.length++] = item;
  }

  /** Whether an item stands at a place or after it. */
  has(item: number, from: number): boolean {
    for (let at = from; at < this.length; at++) if (this.#items[at] === item) return true;
    return false;
  }

  list(): Int32Array {
    return this.#items.slice(0, this.length);
  }
}
