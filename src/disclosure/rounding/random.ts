/** Draws whole numbers from 0 to 2^32 − 1, the same for the same seed on every machine. */
export type Random = () => number;

/**
 * A generator with a period of at least 2^64 draws.
 * Source: Doty-Humphrey, PractRand, "sfc32".
 * @param seed any number; its lowest 32 bits count
 */
export function seedRandom(seed: number): Random {
  let [a, b, c, counter] = [0, seed | 0, 0, 1];
  const draw = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round++) draw();
  return draw;
}

/** A whole number from 0 to `limit` − 1. */
export function drawBelow(random: Random, limit: number): number {
  return Math.floor((random() / 0x1_0000_0000) * limit);
}
