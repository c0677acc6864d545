/** Seeded draws, so that a simulation comes out the same each time. */
export interface Draws {
  /** Uniform from 0 to 1, 1 excluded. */
  uniform(): number;
  /** How many of n trials succeed. */
  binomial(n: number, chance: number): number;
  /** Events whose mean number is known, at most a few hundred. */
  poisson(mean: number): number;
  /** A whole error from −width to width, each as likely. */
  error(width: number): number;
}

/** mulberry32: 32 bits of state, enough for some millions of draws. */
export function startDraws(seed: number): Draws {
  let state = seed | 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    uniform,
    binomial(n, chance) {
      let successes = 0;
      for (let trial = 0; trial < n; trial += 1) if (uniform() < chance) successes += 1;
      return successes;
    },
    poisson(mean) {
      let events = 0;
      for (let time = -Math.log1p(-uniform()); time < mean; time -= Math.log1p(-uniform())) {
        events += 1;
      }
      return events;
    },
    error: (width) => Math.floor(uniform() * (2 * width + 1)) - width,
  };
}

/** Standard deviation of `error(width)`. */
export function deviationOfError(width: number): number {
  return Math.sqrt((width * (width + 1)) / 3);
}
