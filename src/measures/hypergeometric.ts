import { logBeta } from "./incomplete-beta.ts";

/** Ties between a tail and its bound are decided for the wider limit, not by rounding. */
const tie = 1e-9;

/**
 * The chance that a random sample without replacement holds at most `most` marked cases.
 * Source: Johnson, Kemp and Kotz, Univariate Discrete Distributions, section 6.2.
 * @param most whole cases
 * @param marked whole cases of the population that are marked, 0 to `population`
 * @param sample whole cases drawn, 0 to `population`
 */
export function hypergeometricTail(
  most: number,
  population: number,
  marked: number,
  sample: number,
): number {
  const fewest = Math.max(0, sample + marked - population);
  if (most < fewest) return 0;
  if (most >= Math.min(sample, marked)) return 1;
  const all = logChoose(population, sample);
  let tail = 0;
  for (let found = fewest; found <= most; found += 1) {
    const ways = logChoose(marked, found) + logChoose(population - marked, sample - found);
    tail += Math.exp(ways - all);
  }
  return Math.min(1, tail);
}

/**
 * Exact one-sided upper limit for the marked cases of a finite population: the largest number
 * under which a sample with as few as were found still has a chance above 1 − `level`. With a
 * sample that is the whole population it is what was found.
 * Source: Buonaccorsi 1987, "A note on confidence intervals for proportions in finite populations".
 * @param found whole marked cases in the sample, 0 to `sample`
 * @param sample whole cases drawn, 1 to `population`
 * @param level confidence between 0 and 1, such as 0.95
 * @throws RangeError when the counts cannot be those of a sample, or the level is not in its range
 */
export function hypergeometricUpper(
  found: number,
  sample: number,
  population: number,
  level: number,
): number {
  if (!(level > 0 && level < 1)) throw new RangeError("a level must lie between 0 and 1");
  if (!(found >= 0 && found <= sample && sample >= 1 && sample <= population)) {
    throw new RangeError("these counts are not those of a sample");
  }
  const least = (1 - level) * (1 - tie);
  let possible = found;
  let beyond = population - sample + found + 1;
  while (beyond - possible > 1) {
    const middle = Math.floor((possible + beyond) / 2);
    if (hypergeometricTail(found, population, middle, sample) > least) possible = middle;
    else beyond = middle;
  }
  return possible;
}

function logChoose(all: number, chosen: number): number {
  if (chosen === 0 || chosen === all) return 0;
  return -Math.log(all + 1) - logBeta(chosen + 1, all - chosen + 1);
}
