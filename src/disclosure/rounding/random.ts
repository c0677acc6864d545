/** Draws whole numbers from 0 to 2^32 − 1, the same for the same seed on every machine. */
export type Random = () => number;

/**
 * A generator with a period of at least 2^64 draws.
 * Source: Doty-Humphrey, PractRand, "sfc32".
 * @param seed any number; its lowest 32 bits count
 */
export function seedRandom(seed: number): Random {
  const state = Int32Array.of(0, seed, 0, 1);
  const draw = (): number => {
    const sum = (state[0]! + state[1]! + state[3]!) | 0;
    state[3] = state[3]! + 1;
    state[0] = state[1]! ^ (state[1]! >>> 9);
    state[1] = state[2]! + (state[2]! << 3);
    state[2] = ((state[2]! << 21) | (state[2]! >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round++) draw();
  return draw;
}

/** A whole number from 0 to `limit` − 1. */
export function drawBelow(random: Random, limit: number): number {
  return Math.floor((random() / 0x1_0000_0000) * limit);
}
